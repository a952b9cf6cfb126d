using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Writes a placeholder for a reserved word, and names it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReservedWordFixer() : ModelFixer(RuleTable.ReservedWord)
{
    private const string Names = "ExpressionAttributeNames";

    private protected override FixPlan? Plan(FixRequest request)
    {
        var word = request.Property("word");
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not
            {
                Parent: AssignmentExpressionSyntax
                {
                    Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } initializer,
                }
            } literal
            || request.Diagnostic.Location.SourceSpan.Length != word.Length)
        {
            return null;
        }

        var dictionary = initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: Names });
        var entries = dictionary?.Right is BaseObjectCreationExpressionSyntax { Initializer: { } found } ? found : null;
        if (dictionary is not null && entries is null)
            return null;
        return request.Plan($"Write '#{word}'", editor =>
        {
            editor.ReplaceNode(literal, (current, _) => WithPlaceholder((LiteralExpressionSyntax)current, word));
            if (entries is not null)
                editor.ReplaceNode(entries, (current, _) => WithEntry((InitializerExpressionSyntax)current, word));
            else
                editor.ReplaceNode(initializer, (current, _) => WithNames((InitializerExpressionSyntax)current, word));
        });
    }

    /// <summary>The text with a sign before each place where the word stands alone.</summary>
    private static LiteralExpressionSyntax WithPlaceholder(LiteralExpressionSyntax literal, string word) => literal.WithToken(
        SyntaxFactory.ParseToken(
            System.Text.RegularExpressions.Regex.Replace(
                literal.Token.Text, $"(?<![A-Za-z0-9_#:]){word}(?![A-Za-z0-9_]|\\s*\\()", $"#{word}"))
            .WithTriviaFrom(literal.Token));

    private static InitializerExpressionSyntax WithEntry(InitializerExpressionSyntax entries, string word) =>
        entries.Expressions.Any(one => one.ToString().Contains($"\"#{word}\""))
            ? entries
            : entries.AddExpressions(Entry(entries, word));

    /// <summary>An entry in the form that the others have: <c>["#x"] = "x"</c> or <c>{ "#x", "x" }</c>.</summary>
    private static ExpressionSyntax Entry(InitializerExpressionSyntax entries, string word)
    {
        var text = entries.Expressions.FirstOrDefault() is InitializerExpressionSyntax
            ? $"{{ \"#{word}\", \"{word}\" }}"
            : $"[\"#{word}\"] = \"{word}\"";
        return ((BaseObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new D {{ {text} }}")).Initializer!.Expressions[0];
    }

    private static InitializerExpressionSyntax WithNames(InitializerExpressionSyntax initializer, string word)
    {
        var at = initializer.Expressions.IndexOf(
            one => one is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: Names } });
        if (at >= 0)
        {
            var names = (AssignmentExpressionSyntax)initializer.Expressions[at];
            var creation = (BaseObjectCreationExpressionSyntax)names.Right;
            return initializer.ReplaceNode(creation.Initializer!, WithEntry(creation.Initializer!, word));
        }

        var added = SyntaxFactory.ParseExpression($"new R {{ {Names} = new() {{ [\"#{word}\"] = \"{word}\" }} }}");
        var assignment = ((BaseObjectCreationExpressionSyntax)added).Initializer!.Expressions[0].WithoutTrivia();
        return Separated(initializer, assignment);
    }

    /// <summary>The properties with another one at the end, laid out as the last one is.</summary>
    private static InitializerExpressionSyntax Separated(InitializerExpressionSyntax initializer, ExpressionSyntax added)
    {
        var last = initializer.Expressions.Last();
        var isOnOwnLine = last.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia)
            && last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken)
            .WithTrailingTrivia(isOnOwnLine ? last.GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        var hasComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        var expressions = hasComma ? initializer.Expressions : initializer.Expressions.Replace(last, last.WithoutTrailingTrivia());
        var nodes = expressions.GetWithSeparators();
        if (!hasComma)
            nodes = nodes.Add(comma);
        nodes = nodes.Add(
            added.WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(hasComma ? default : last.GetTrailingTrivia()));
        if (hasComma)
            nodes = nodes.Add(initializer.Expressions.GetSeparators().Last());
        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(nodes));
    }
}
