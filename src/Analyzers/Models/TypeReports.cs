using System.Collections.Concurrent;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>Reports problems of item types, each once.</summary>
/// <param name="descriptor">Returns what the compiler knows of a rule.</param>
internal sealed class TypeReports(Func<RuleSpec, DiagnosticDescriptor> descriptor)
{
    private readonly ConcurrentDictionary<(string, Location, string), bool> reported = new();

    /// <summary>
    /// Reports a problem. A member of a base class in another project can't be reported there, so its item type is. One of this project is
    /// reported once for all types that inherit it; of another project, once for each member.
    /// </summary>
    public void Report(SymbolAnalysisContext context, ModelProblem problem)
    {
        var isHere = problem.Location.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree);
        var location = isHere ? problem.Location : context.Symbol.Place();
        var details = isHere ? "" : string.Join("\n", problem.Arguments);
        if (reported.TryAdd((problem.Rule.Id, location, details), true))
            context.ReportDiagnostic(Diagnostic.Create(descriptor(problem.Rule), location, problem.Properties, problem.Arguments));
    }
}
