using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes the time to live a long.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TimeToLiveOverflowsFixer() : ModelFixer(RuleTable.TimeToLiveOverflows)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Member is not { } member || member.MemberType() is not { } type)
            return null;
        var number = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
        return number is PredefinedTypeSyntax
            ? request.Plan(
                $"Make '{request.Property("member")}' a long",
                editor => editor.ReplaceNode(
                    number, SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.LongKeyword)).WithTriviaFrom(number)))
            : null;
    }
}
