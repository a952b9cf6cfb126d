using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes the attributes of this library, but [DynamoIgnore], from a member that can't be stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MemberNotStorableFixer() : ModelFixer(RuleIds.MemberNotStorable)
{
    private static readonly string[] Unwanted =
    [
        AttributeNames.PartitionKey, AttributeNames.SortKey, AttributeNames.Attribute, AttributeNames.TimeToLive,
    ];

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Member is not { } member || !Unwanted.Any(member.HasAttribute))
            return null;
        return request.Plan(
            $"Remove the attributes from '{request.Argument(0)}'",
            editor => editor.ReplaceNode(member, (current, _) => current.WithoutAttributes(IsUnwanted)));
    }

    private static bool IsUnwanted(AttributeSyntax attribute) => Unwanted.Any(attribute.Is);
}
