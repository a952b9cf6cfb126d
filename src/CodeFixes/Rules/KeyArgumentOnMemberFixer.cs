using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes the argument of a key attribute on a member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyArgumentOnMemberFixer() : ModelFixer(RuleTable.KeyArgumentOnMember)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Attribute is not { ArgumentList: not null } attribute)
            return null;
        return request.Plan(
            "Remove the argument",
            editor => editor.ReplaceNode(attribute, (current, _) => ((AttributeSyntax)current).WithArgumentList(null)));
    }
}
