using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes.Syntax;

/// <summary>The edits that several fixers make. Each may be made twice, when two diagnostics ask for the same.</summary>
internal static class SyntaxEditorExtensions
{
    /// <summary>Adds an attribute to a declaration that does not have it.</summary>
    /// <param name="editor">The editor.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="name">The attribute, one of <see cref="AttributeNames"/>.</param>
    /// <param name="argument">Its argument, a text.</param>
    public static void AddAttribute(this SyntaxEditor editor, SyntaxNode declaration, string name, string? argument = null) =>
        editor.ReplaceNode(
            declaration,
            (current, _) => current.HasAttribute(name) ? current : current.WithAttribute(AttributeNames.WithoutSuffix(name), argument));

    /// <summary>Adds an attribute with an argument to a declaration that does not have it.</summary>
    /// <param name="editor">The editor.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="name">The attribute, one of <see cref="AttributeNames"/>.</param>
    /// <param name="argument">Its argument.</param>
    public static void AddAttribute(this SyntaxEditor editor, SyntaxNode declaration, string name, ExpressionSyntax argument) =>
        editor.ReplaceNode(
            declaration,
            (current, _) => current.HasAttribute(name) ? current : current.WithAttribute(AttributeNames.WithoutSuffix(name), argument));

    /// <summary>Removes attributes from a declaration.</summary>
    public static void RemoveAttributes(this SyntaxEditor editor, SyntaxNode declaration, Func<AttributeSyntax, bool> isUnwanted) =>
        editor.ReplaceNode(declaration, (current, _) => current.WithoutAttributes(isUnwanted));

    /// <summary>Makes a type and all types around it partial.</summary>
    public static void MakePartial(this SyntaxEditor editor, TypeDeclarationSyntax declaration)
    {
        foreach (var type in declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            editor.ReplaceNode(type, (current, _) => ((TypeDeclarationSyntax)current).AsPartial());
    }

    /// <summary>Replaces text in a string literal.</summary>
    public static void ReplaceText(this SyntaxEditor editor, LiteralExpressionSyntax literal, string old, string text) =>
        editor.ReplaceNode(literal, (current, _) => ((LiteralExpressionSyntax)current).Replace(old, text));
}
