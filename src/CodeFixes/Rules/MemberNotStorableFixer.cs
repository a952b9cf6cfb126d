using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes the attributes of this library except [DynamoIgnore] from a member that can't be stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MemberNotStorableFixer() : ModelFixer(RuleTable.MemberNotStorable)
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
            $"Remove the attributes from '{request.Property("member")}'",
            editor => editor.RemoveAttributes(member, attribute => Unwanted.Any(attribute.Is)));
    }
}
