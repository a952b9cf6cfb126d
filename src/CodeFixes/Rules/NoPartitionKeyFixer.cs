using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Marks the member that is named like a partition key: <c>Pk</c>, <c>Id</c> or <c>RunId</c> of a <c>Run</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoPartitionKeyFixer() : ModelFixer(RuleTable.NoPartitionKey)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Type is not { } declaration || request.TypeSymbol is not { } type)
            return null;
        var members = new MemberParser(new ParseContext(type, null, request.CancellationToken)).Parse().Where(CanBeKey).ToList();
        string[] names = ["Pk", "Id", type.Name + "Id"];
        var member = names
            .Select(name => members.FirstOrDefault(member => member.Spec.Name == name))
            .FirstOrDefault(member => member is not null);
        var syntax = member?.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(request.CancellationToken);
        if (member is null || syntax is not (PropertyDeclarationSyntax or ParameterSyntax) || !declaration.Contains(syntax))
            return null;
        return request.Plan(
            $"Make '{member.Spec.Name}' the partition key",
            editor => editor.AddAttribute(syntax, AttributeNames.PartitionKey));
    }

    private static bool CanBeKey(StoredMember member) =>
        KeyTypes.CanBeKey(member.Spec.Value) && !member.IsDeclaredNullable && !MemberAttributes.Has(member.Symbol, AttributeNames.SortKey);
}
