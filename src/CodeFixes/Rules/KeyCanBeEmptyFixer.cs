using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes a key required instead of empty.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyCanBeEmptyFixer() : ModelFixer(RuleTable.KeyCanBeEmpty)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // A constructor may set the key, and then callers need not.
        if (request.Member is not PropertyDeclarationSyntax { Initializer: { } initializer } property || request.TypeSymbol is not { } type
            || type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
            || request.Model.GetDeclaredSymbol(property, request.CancellationToken) is not { SetMethod: { } setter } symbol
            || setter.DeclaredAccessibility < type.DeclaredAccessibility || symbol.DeclaredAccessibility < type.DeclaredAccessibility)
        {
            return null;
        }

        return request.Plan($"Make '{request.Property("member")}' required", editor => editor.ReplaceNode(property, static (current, _) =>
        {
            var changed = ((PropertyDeclarationSyntax)current).WithInitializer(null).WithSemicolonToken(default);
            return (changed.Modifiers.Any(SyntaxKind.RequiredKeyword)
                    ? changed
                    : changed.AddModifiers(SyntaxFactory.Token(SyntaxKind.RequiredKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithTrailingTrivia(current.GetTrailingTrivia());
        }));
    }
}
