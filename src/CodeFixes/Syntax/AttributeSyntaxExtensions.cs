using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Syntax;

/// <summary>Finds, adds and removes attributes.</summary>
internal static class AttributeSyntaxExtensions
{
    private const string Suffix = nameof(Attribute);

    private static readonly AttributeTargetSpecifierSyntax PropertyTarget = SyntaxFactory.AttributeTargetSpecifier(
        SyntaxFactory.Token(SyntaxKind.PropertyKeyword),
        SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>The attribute lists of a type, member or parameter.</summary>
    public static SyntaxList<AttributeListSyntax> Attributes(this SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        _ => default,
    };

    /// <summary>Whether a declaration has an attribute, named with or without <c>Attribute</c>.</summary>
    public static bool HasAttribute(this SyntaxNode declaration, string name) =>
        declaration.Attributes().Any(list => list.Attributes.Any(attribute => attribute.Is(name)));

    /// <summary>Whether an attribute is of the type of that name, written with or without <c>Attribute</c>.</summary>
    public static bool Is(this AttributeSyntax attribute, string name)
    {
        var written = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return written == name || written + Suffix == name;
    }

    /// <summary>Removes attributes and keeps what stands before the first token, such as a doc comment.</summary>
    public static SyntaxNode WithoutAttributes(this SyntaxNode declaration, Func<AttributeSyntax, bool> isUnwanted)
    {
        var lists = new List<AttributeListSyntax>();
        foreach (var list in declaration.Attributes())
        {
            var kept = list.Attributes;
            foreach (var attribute in list.Attributes.Where(isUnwanted))
                kept = kept.Remove(kept.First(other => other.IsEquivalentTo(attribute)));
            if (kept.Count > 0)
                lists.Add(list.WithAttributes(kept));
        }

        var leading = declaration.GetLeadingTrivia();
        return declaration.WithAttributes(SyntaxFactory.List(lists)).WithLeadingTrivia(leading);
    }

    /// <summary>Puts an attribute first: on its own line, except for a parameter.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="name">The attribute, without its suffix.</param>
    /// <param name="argument">Its argument, a text.</param>
    public static SyntaxNode WithAttribute(this SyntaxNode declaration, string name, string? argument = null) =>
        declaration.WithAttribute(name, argument is null ? null : Text(argument));

    /// <inheritdoc cref="WithAttribute(SyntaxNode, string, string?)"/>
    public static SyntaxNode WithAttribute(this SyntaxNode declaration, string name, ExpressionSyntax? argument) =>
        declaration.WithAttribute(name, argument is null ? [] : [SyntaxFactory.AttributeArgument(argument)]);

    /// <inheritdoc cref="WithAttribute(SyntaxNode, string, string?)"/>
    /// <param name="declaration">The declaration.</param>
    /// <param name="name">The attribute, without its suffix.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SyntaxNode WithAttribute(this SyntaxNode declaration, string name, AttributeArgumentSyntax[] arguments)
    {
        var attribute = SyntaxFactory.Attribute(TypeNames.Simplified($"{AttributeNames.Namespace}.{name}"));
        if (arguments.Length > 0)
            attribute = attribute.AddArgumentListArguments(arguments);
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
        if (declaration is ParameterSyntax)
            list = list.WithTarget(PropertyTarget);
        var leading = declaration.GetLeadingTrivia();
        var indentation = leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
        var hasLine = declaration is not ParameterSyntax;
        list = list.WithLeadingTrivia(leading).WithTrailingTrivia(hasLine ? SyntaxFactory.ElasticLineFeed : SyntaxFactory.Space);
        declaration = declaration.WithLeadingTrivia(hasLine ? SyntaxFactory.TriviaList(indentation) : SyntaxFactory.TriviaList());
        return declaration.WithAttributes(declaration.Attributes().Insert(0, list));
    }

    private static LiteralExpressionSyntax Text(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    private static SyntaxNode WithAttributes(this SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists) => declaration switch
    {
        MemberDeclarationSyntax member => member.WithAttributeLists(lists),
        ParameterSyntax parameter => parameter.WithAttributeLists(lists),
        _ => declaration,
    };
}
