using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Gives a type with [DynamoType] the [DynamoTable] or [DynamoMap] of its base.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NamedTypeNotMappedFixer() : ModelFixer(RuleIds.NamedTypeNotMapped)
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
        var name = table is null ? "DynamoMap" : "DynamoTable";
        return request.Plan($"Add [{name}]", editor =>
        {
            editor.ReplaceNode(declaration, (current, _) => current.HasAttribute(name + nameof(Attribute)) ? current : current.WithAttribute(name, table));
            foreach (var outer in declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
                editor.ReplaceNode(outer, (current, _) => ((TypeDeclarationSyntax)current).AsPartial());
        });
    }
}
