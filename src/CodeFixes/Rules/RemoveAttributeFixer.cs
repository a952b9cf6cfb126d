using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes an attribute that the type or member should not have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeFixer() : ModelFixer([.. Attributes.Keys, .. ReportedAtAttribute])
{
    /// <summary>The attribute to remove for each rule that is reported at the type or the member.</summary>
    private static readonly Dictionary<RuleSpec, string> Attributes = new()
    {
        [RuleTable.TableAndMap] = AttributeNames.Map,
        [RuleTable.SeveralTimesToLive] = AttributeNames.TimeToLive,
        [RuleTable.ExtraAttributesType] = AttributeNames.Extra,
        [RuleTable.DefaultValueType] = AttributeNames.Default,
        [RuleTable.SeveralPartitionKeys] = AttributeNames.PartitionKey,
        [RuleTable.SeveralSortKeys] = AttributeNames.SortKey,
    };

    /// <summary>The rules that are reported at the attribute itself.</summary>
    private static readonly RuleSpec[] ReportedAtAttribute =
    [
        RuleTable.AttributeWithoutEffect, RuleTable.KeyOnMap, RuleTable.StampType, RuleTable.SeveralStamps, RuleTable.StampNotPossible,
        RuleTable.StatementWithoutEffect,
        RuleTable.LatestOnlyNotPossible, RuleTable.AuthorNotPossible,
    ];

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Attribute is { Parent.Parent: { } target } attribute)
            return Plan(request, target, request.Property("attribute"), attribute.IsEquivalentTo);
        if (Attributes.FirstOrDefault(one => one.Key.Id == request.Diagnostic.Id).Value is not { } name)
            return null;
        return (request.Member ?? request.Type) is { } declaration && declaration.HasAttribute(name)
            ? Plan(request, declaration, AttributeNames.WithoutSuffix(name), other => other.Is(name))
            : null;
    }

    private static FixPlan Plan(FixRequest request, SyntaxNode declaration, string name, Func<AttributeSyntax, bool> isUnwanted) =>
        request.Plan($"Remove [{name}]", editor => editor.RemoveAttributes(declaration, isUnwanted));
}
