using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes an item type and all types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TypeNotPartialFixer() : ModelFixer(RuleIds.TypeNotPartial, RuleIds.ContainingTypeNotPartial)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var types = request.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !type.IsPartial()).ToList();
        if (types.Count == 0)
            return null;
        return request.Plan($"Make '{types[0].Identifier.ValueText}' partial", editor =>
        {
            foreach (var type in types)
                editor.ReplaceNode(type, (current, _) => ((TypeDeclarationSyntax)current).AsPartial());
        });
    }
}
