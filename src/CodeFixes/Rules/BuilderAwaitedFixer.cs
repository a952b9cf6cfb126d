using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Executes what is awaited.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BuilderAwaitedFixer() : ModelFixer(RuleTable.BuilderAwaited)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var execute = request.Property("execute");
        return request.Node is InvocationExpressionSyntax call
            ? request.Plan($"Add {execute}()", editor => editor.ReplaceNode(
                call, (current, _) => ((ExpressionSyntax)current).WithoutTrivia().Call(execute).WithTriviaFrom(current)))
            : null;
    }
}
