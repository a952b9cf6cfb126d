using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Marks the type of a member with [DynamoMap] and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MapNotMarkedFixer() : ModelFixer(RuleIds.MapNotMarked)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var type = request.Member?.MemberType()?.DescendantNodesAndSelf()
            .OfType<TypeSyntax>()
            .Select(syntax => request.Model.GetTypeInfo(syntax, request.CancellationToken).Type?.WithoutNullable())
            .FirstOrDefault(type => type?.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMessage() == request.Argument(1));

        // Abstract types can't be read back, so marking one would only move the error.
        if (type is not INamedTypeSymbol { IsAbstract: false } ||
            type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(request.CancellationToken) is not TypeDeclarationSyntax declaration ||
            request.Document.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } document)
        {
            return null;
        }

        var types = declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList();
        return new FixPlan($"Mark '{type.Name}' with [DynamoMap]", document, editor =>
        {
            editor.ReplaceNode(declaration, (current, _) => current.HasAttribute(AttributeNames.Map) ? current : current.WithAttribute("DynamoMap"));
            foreach (var outer in types)
                editor.ReplaceNode(outer, (current, _) => ((TypeDeclarationSyntax)current).AsPartial());
        });
    }
}
