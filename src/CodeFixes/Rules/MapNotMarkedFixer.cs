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
public sealed class MapNotMarkedFixer() : ModelFixer(RuleTable.MapNotMarked)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var type = request.Member?.MemberType()?.DescendantNodesAndSelf()
            .OfType<TypeSyntax>()
            .Select(syntax => request.Model.GetTypeInfo(syntax, request.CancellationToken).Type?.WithoutNullable())
            .FirstOrDefault(type => type?.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMessage() == request.Property("type"));

        // Abstract types can't be read back, so marking one would only move the error.
        if (type is not INamedTypeSymbol { IsAbstract: false })
            return null;
        var syntax = type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(request.CancellationToken);
        if (syntax is not TypeDeclarationSyntax declaration)
            return null;
        if (request.Document.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } document)
            return null;
        return new FixPlan($"Mark '{type.Name}' with [DynamoMap]", document, editor =>
        {
            editor.AddAttribute(declaration, AttributeNames.Map);
            editor.MakePartial(declaration);
        });
    }
}
