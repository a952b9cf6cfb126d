using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Syntax;

/// <summary>Changes string literals.</summary>
internal static class LiteralExtensions
{
    /// <summary>The literal with some text replaced, written as before: with or without <c>@</c>, raw or not.</summary>
    public static LiteralExpressionSyntax Replace(this LiteralExpressionSyntax literal, string old, string text)
    {
        var token = literal.Token;
        var changed = SyntaxFactory.ParseToken(token.Text.Replace(old, text)).WithTriviaFrom(token);
        return literal.WithToken(changed);
    }
}
