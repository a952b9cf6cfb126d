using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using DynamoToolkit.Benchmarks.Reports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// What the rules cost an edit of a file that has no item types in it, as an editor asks: a new compilation, and the diagnostics of that
/// file.
/// </summary>
internal static class RuleEdits
{
    private const double MaxMilliseconds = 5;

    /// <returns>The table, and whether the edit stayed within its limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        var run = new GeneratorRun(RuleSources.Files, RuleSources.File, [BuildSources.Shared, RuleSources.Unrelated]);
        run.Run();
        var analyzers = Assembly.Load("DynamoToolkit.Analyzers").GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var table = new MarkdownTable("Edit, among 500 entities and 2,000 call sites", ">rules, median ms", ">rules, max ms");
        var held = Add("method body of a file without item types", "Extra1.cs", "list.Count > 0", "list.Count >= 1");
        Add(
            "method body of a service",
            "Entity700.cs",
            "cancellationToken: cancellationToken);",
            "cancellationToken: (cancellationToken));");
        table.Add("the first must be at most", Number(MaxMilliseconds), "");
        return (table.ToString(), held);

        bool Add(string what, string file, string oldText, string newText)
        {
            var times = new List<double>();
            for (var round = 0; round < rounds + 2; round++)
            {
                // There and back. The first two rounds compile the rules themselves.
                var (before, after) = round % 2 == 0 ? (oldText, newText) : (newText, oldText);
                run.Edit(file, before, after);
                var compilation = run.Full();
                var spent = Analyze(compilation, compilation.SyntaxTrees.Single(tree => tree.FilePath == file), analyzers);
                if (round >= 2)
                    times.Add(spent);
            }

            times.Sort();
            table.Add(what, Number(times[times.Count / 2]), Number(times[^1]));
            return times[times.Count / 2] <= MaxMilliseconds;
        }
    }

    /// <summary>The time that the rules take for one file, by the compiler's own telemetry.</summary>
    private static double Analyze(Compilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var analysis = compilation.WithAnalyzers(analyzers, options);
        var model = analysis.Compilation.GetSemanticModel(tree);
        var result = analysis.GetAnalysisResultAsync(model, filterSpan: null, CancellationToken.None).Result;
        return result.AnalyzerTelemetryInfo.Values.Sum(static info => info.ExecutionTime.TotalMilliseconds);
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
