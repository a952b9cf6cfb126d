using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes the time to live a <c>DateTimeOffset?</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TimeToLiveTypeFixer() : ModelFixer(RuleTable.TimeToLiveType)
{
    private static readonly NameSyntax Time = TypeNames.Simplified("System.DateTimeOffset");

    private protected override FixPlan? Plan(FixRequest request)
    {
        // A default value would be of the old type.
        if (request.Member is not { } member || member.MemberType() is not { } type || member.DefaultValue() is not null)
            return null;
        return request.Plan(
            $"Change the type of '{request.Property("member")}' to DateTimeOffset?",
            editor => editor.ReplaceNode(type, SyntaxFactory.NullableType(Time).WithTriviaFrom(type)));
    }
}
