using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes an item type and all types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TypeNotPartialFixer() : ModelFixer(RuleTable.TypeNotPartial, RuleTable.ContainingTypeNotPartial)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var type = request.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => !type.IsPartial());
        return type is null ? null : request.Plan($"Make '{type.Identifier.ValueText}' partial", editor => editor.MakePartial(type));
    }
}
