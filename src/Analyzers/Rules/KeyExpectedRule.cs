using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds values where a table wants a key: <c>runs.GetAsync("1")</c>.</summary>
internal static class KeyExpectedRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, UseContext context)
    {
        var name = access.Name.Identifier.ValueText;
        if (name is not ("Get" or "GetAsync" or "Delete" or "DeleteAsync" or "Update" or "Check" or "Query")
            || call.ArgumentList.Arguments is not [var argument, ..] || argument.Expression is LambdaExpressionSyntax
            || context.SymbolOf(call) is not null
            || context.TypeOf(
                access.Expression) is not INamedTypeSymbol { Name: "DynamoTable", TypeArguments: [INamedTypeSymbol item] } type
            || !type.IsOfToolkit() || context.TypeOf(argument.Expression) is not { TypeKind: not TypeKind.Error } given
            || context.ItemTypes.Parse(item, context.CancellationToken).Spec is not { PartitionKey: { } partition } spec)
        {
            return;
        }

        var keys = name == "Query" ? [partition] : new[] { partition, spec.SortKey }.OfType<KeySpec>();
        var members = keys.SelectMany(key => key.Parts).Select(part => part.Member).OfType<string>().Distinct().ToList();
        if (members.Count == 0 || item.FindMember(members[0]) is not { } first
            || !context.Model.Compilation.HasImplicitConversion(given, first.MemberType()))
        {
            return;
        }

        var rest = members.Count == 1 ? "" : ", …";
        var plain = name == "Query" ? "Partition" : "Key";

        // A type with a member of that name has the method under another.
        var method = item.GetMembers("Item" + plain).Any(one => one is IMethodSymbol { IsStatic: true }) ? "Item" + plain : plain;
        context.Report(RuleTable.KeyExpected.Problem(
            argument.GetLocation(), ("method", name), ("replacement", $"{item.ToMessage()}.{method}({argument}{rest})")));
    }
}
