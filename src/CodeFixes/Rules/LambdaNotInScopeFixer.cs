using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Adds the <c>using</c> of the extension methods that take lambdas.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LambdaNotInScopeFixer() : ModelFixer(RuleTable.LambdaNotInScope)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var name = request.Property("namespace");
        return request.Node.SyntaxTree.GetRoot(request.CancellationToken) is CompilationUnitSyntax root
            ? request.Plan(
                $"Add 'using {name};'", editor => editor.ReplaceNode(root, (current, _) => WithUsing((CompilationUnitSyntax)current, name)))
            : null;
    }

    private static CompilationUnitSyntax WithUsing(CompilationUnitSyntax root, string name)
    {
        if (root.Usings.Any(directive => directive.Alias is null && directive.Name?.ToString() == name))
            return root;
        var directive = SyntaxFactory.ParseCompilationUnit($"using {name};\n").Usings[0];

        // System's come first by custom, and sorted ones stay sorted.
        var at = 0;
        while (at < root.Usings.Count && root.Usings[at] is { Alias: null } other && IsBefore(other.Name?.ToString() ?? "", name))
            at++;
        return root.WithUsings(root.Usings.Insert(at, directive));
    }

    private static bool IsBefore(string other, string name) =>
        (IsOfSystem(other) && !IsOfSystem(name)) || string.CompareOrdinal(other, name) < 0;

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
