using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Leaves out what a global index can't do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SdkConsistentIndexFixer() : ModelFixer(RuleTable.SdkConsistentIndex)
{
    private protected override FixPlan? Plan(FixRequest request) =>
        request.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax initializer } assignment
            && initializer.Expressions.Count > 1
            ? request.Plan("Remove ConsistentRead", editor => editor.RemoveNode(assignment, SyntaxRemoveOptions.KeepNoTrivia))
            : null;
}
