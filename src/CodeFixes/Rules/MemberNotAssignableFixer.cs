using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Adds an <c>init</c> accessor to a property that has only a getter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MemberNotAssignableFixer() : ModelFixer(RuleTable.MemberNotAssignable)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Member is not PropertyDeclarationSyntax { AccessorList: { Accessors.Count: 1 } accessors })
            return null;
        if (accessors.Accessors[0] is not { Body: null, ExpressionBody: null })
            return null;
        return request.Plan(
            $"Add 'init' to '{request.Property("member")}'",
            editor => editor.ReplaceNode(accessors, (current, _) => WithInit((AccessorListSyntax)current)));
    }

    private static AccessorListSyntax WithInit(AccessorListSyntax accessors)
    {
        if (accessors.Accessors.Count > 1)
            return accessors;
        var getter = accessors.Accessors[0];
        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(getter.GetTrailingTrivia());
        return accessors.WithAccessors([getter.WithTrailingTrivia(SyntaxFactory.Space), init]);
    }
}
