using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes;

/// <summary>A diagnostic to fix, with what a fixer looks at.</summary>
/// <param name="Document">The document of the diagnostic.</param>
/// <param name="Model">The document's semantic model.</param>
/// <param name="Node">The innermost node at the diagnostic's location.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="CancellationToken">Ends the work.</param>
internal sealed record FixRequest(
    Document Document, SemanticModel Model, SyntaxNode Node, Diagnostic Diagnostic, CancellationToken CancellationToken)
{
    /// <summary>The declaration of the property, field or positional parameter at the location; null where there is none.</summary>
    public SyntaxNode? Member =>
        Node.FirstAncestorOrSelf<SyntaxNode>(node => node is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax);

    /// <summary>The type declaration around the location.</summary>
    public TypeDeclarationSyntax? Type => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>The type around the location.</summary>
    public INamedTypeSymbol? TypeSymbol => Type is { } type ? Model.GetDeclaredSymbol(type, CancellationToken) as INamedTypeSymbol : null;

    /// <summary>The attribute at the location; null where there is none.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The member's name in the source.</summary>
    public string? MemberName => Node switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A property that the rule's message names.</summary>
    /// <exception cref="KeyNotFoundException">The rule has no such property.</exception>
    public string Property(string name) => Diagnostic.Properties[name]!;

    /// <summary>A plan for the document of the diagnostic.</summary>
    public FixPlan Plan(string title, Action<SyntaxEditor> apply) => new(title, Document, apply);
}
