using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Gives a type with [DynamoType] the [DynamoTable] or [DynamoMap] of its base.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NamedTypeNotMappedFixer() : ModelFixer(RuleTable.NamedTypeNotMapped)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request is not { Type: { } declaration, TypeSymbol: { } type })
            return null;
        var (table, isMap) = type.SelfAndBases()
            .Select(one => (Table: one.ToolkitAttribute(AttributeNames.Table)?.Text(0), IsMap: one.HasToolkitAttribute(AttributeNames.Map)))
            .FirstOrDefault(one => one.Table is not null || one.IsMap);
        if (table is null && !isMap)
            return null;
        var name = table is null ? AttributeNames.Map : AttributeNames.Table;
        return request.Plan($"Add [{AttributeNames.WithoutSuffix(name)}]", editor =>
        {
            editor.AddAttribute(declaration, name, table);
            editor.MakePartial(declaration);
        });
    }
}
