using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Leaves out what a global index can't do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConsistentReadFixer() : ModelFixer(RuleTable.ConsistentReadOfGlobalIndex)
{
    private protected override FixPlan? Plan(FixRequest request) =>
        request.Node.CallOfName() is { Expression: MemberAccessExpressionSyntax access } call
            ? request.Plan(
                "Remove ConsistentRead()",
                editor => editor.ReplaceNode(call, static (current, _) =>
                    ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression))
            : null;
}
