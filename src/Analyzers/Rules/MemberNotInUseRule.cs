using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds members that a use of an item type does not have: keys in filters and updates, and what is not stored.</summary>
internal static class MemberNotInUseRule
{
    /// <summary>Looks at a node of a lambda.</summary>
    public static void Check(TokenLambda lambda, SyntaxNode node, UseContext context)
    {
        if (node is not MemberAccessExpressionSyntax access
            || !SymbolEqualityComparer.Default.Equals(context.SymbolOf(access.Expression), lambda.Parameter))
        {
            return;
        }

        var name = access.Name.Identifier.ValueText;
        if (Reason() is { } reason)
        {
            context.Report(RuleTable.MemberNotInUse.Problem(
                access.Name.GetLocation(), ("member", name), ("method", lambda.Method), ("reason", reason)));
        }

        bool IsNamed() => context.SymbolOf(access) is not null
            || context.Model.GetSymbolInfo(access, context.CancellationToken).CandidateSymbols.Length > 0;

        string? Reason()
        {
            if (context.TypeOf(access).IsKeyOfIndex())
                return "it is part of the index's key; name the partition in the query and put a condition on the sort key beside it";
            // For the filter of a query that fails to compile, the compiler may show the tokens of a scan's.
            var isFound = IsNamed() && (context.SymbolOf(lambda.Call) is not null || !IsFilterOfQuery(lambda, context));
            if (isFound || lambda.ItemType.FindMember(name) is not { } member)
                return null;
            // A mistake in the type is reported there, alone.
            if (context.ItemTypes.Parse(lambda.ItemType, context.CancellationToken).Spec is not { } item)
                return null;
            if (member.HasToolkitAttribute(AttributeNames.Ignore))
                return "it is not stored, because it has [DynamoIgnore]";
            if (item.Members.All(one => one.Name != name))
            {
                return member is IPropertySymbol property && property.IsComputed()
                    ? "it is computed and therefore not stored; mark it with [DynamoAttribute], or use the members that it is computed from"
                    : null;
            }

            if (lambda.Method is not ("If" or "Where") && item.Member(name).Stamp != StampSpec.None)
                return "every write sets it; leave it out of the update";
            if (lambda.Method is not ("If" or "Where") && item.IsTrackedBy(item.Member(name)))
            {
                return "other items depend on it, such as reservations of unique values or postings of a trigram index, and an update "
                    + "can't change those; change the item with ChangeAsync";
            }

            if (lambda.Method is not ("If" or "Where") && item.IsMaterialized(item.Member(name)))
                return "a materializer writes it, from the items that it is computed from; change those";

            return lambda.Method switch
            {
                "Where" when Keys(item).Any(key => key.Member == name) =>
                    "it is the table's key; put the condition on the key into the query, or scan",
                "Where" when !IsFilterOfQuery(lambda, context) =>
                    "the index does not hold it; filter by what it holds, or include it in the index",
                not ("If" or "Where") when Keys(item).Any(key => key.Members.Contains(name)) =>
                    "it is part of the table's key, which never changes; delete the item and put it under its new key, in one transaction",
                _ => null,
            };
        }
    }

    private static bool IsFilterOfQuery(TokenLambda lambda, UseContext context) =>
        lambda.Call.Expression is MemberAccessExpressionSyntax call && context.TypeOf(call.Expression) is { Name: "Query" } type
            && type.IsSequence();

    private static IEnumerable<KeySpec> Keys(ItemSpec item) => new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>();
}
