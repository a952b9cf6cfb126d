using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Syntax;

/// <summary>Changes type declarations.</summary>
internal static class TypeDeclarationExtensions
{
    /// <summary>Whether it is partial already.</summary>
    public static bool IsPartial(this TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Adds <c>partial</c>, which has to be the last modifier.</summary>
    public static TypeDeclarationSyntax AsPartial(this TypeDeclarationSyntax type)
    {
        if (type.IsPartial())
            return type;
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
            return (TypeDeclarationSyntax)type.WithModifiers(type.Modifiers.Add(partial));

        // Without modifiers, comment and indentation are the keyword's.
        var leading = type.Keyword.LeadingTrivia;
        return (TypeDeclarationSyntax)type
            .WithKeyword(type.Keyword.WithLeadingTrivia())
            .WithModifiers([partial.WithLeadingTrivia(leading)]);
    }
}
