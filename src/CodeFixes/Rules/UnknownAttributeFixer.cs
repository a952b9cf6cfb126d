using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Corrects a misspelled attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnknownAttributeFixer() : ModelFixer(RuleTable.UnknownAttribute)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var (attribute, parts) = (request.Property("attribute"), request.Property("nearest").Split('\''));
        if (parts.Length < 3 || request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal
            || request.Diagnostic.Location.SourceSpan.Length != attribute.Length)
        {
            return null;
        }

        var nearest = parts[1];
        return request.Plan($"Write '{nearest}'", editor => editor.ReplaceNode(literal, (current, _) =>
        {
            var token = ((LiteralExpressionSyntax)current).Token;
            var text = System.Text.RegularExpressions.Regex.Replace(token.Text, $"(?<![A-Za-z0-9_#:]){attribute}(?![A-Za-z0-9_])", nearest);
            return ((LiteralExpressionSyntax)current).WithToken(SyntaxFactory.ParseToken(text).WithTriviaFrom(token));
        }));
    }
}
