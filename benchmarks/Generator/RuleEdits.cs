using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using DynamoToolkit.Benchmarks.Reports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// What the rules cost an edit, as an editor asks: a new compilation, and the diagnostics of one file, in a project with a baseline. After
/// an edit inside a method an editor asks again only for the edited file; after another edit, for all open ones.
/// </summary>
internal static class RuleEdits
{
    /// <summary>How often each edit is made, there or back.</summary>
    public const int Rounds = 20;

    private const double MaxMilliseconds = 5;
    private const string ElsewhereFile = "Extra1.cs";
    private const string ServiceFile = "Entity700.cs";
    private const string ItemFile = "Entity200.cs";
    private const int WarmUps = 20;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. Assembly.Load("DynamoToolkit.Analyzers").GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <returns>The tables, and whether the edit stayed within its limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        var run = new GeneratorRun(RuleSources.Files, RuleSources.File, [BuildSources.Shared, RuleSources.Unrelated]);
        run.Run();
        var options = new AnalyzerOptions([Baseline.Of(run.Full())]);
        var table = new MarkdownTable(
            "Edit, among 500 entities and 2,000 call sites", "analyzed", ">rules, median ms", ">rules, max ms", "most of it");
        var held = Add(
            "method body of a file without item types", ElsewhereFile, "list.Count > 0", "list.Count >= 1", ElsewhereFile);
        Add(
            "method body of a service",
            ServiceFile,
            "cancellationToken: cancellationToken);",
            "cancellationToken: (cancellationToken));",
            ServiceFile);
        Add("declaration in a file without item types", ElsewhereFile, "double Mean(", "double Average(", ServiceFile);
        Add("declaration in a file without item types", ElsewhereFile, "double Mean(", "double Average(", ItemFile);
        table.Add("the first must be at most", "", Number(MaxMilliseconds), "", "");
        return (table.ToString(), held);

        bool Add(string what, string file, string oldText, string newText, string analyzed)
        {
            var all = new List<Dictionary<string, double>>();
            for (var round = 0; round < rounds + WarmUps; round++)
            {
                // There and back. The first rounds compile the rules themselves.
                var (from, to) = round % 2 == 0 ? (oldText, newText) : (newText, oldText);
                run.Edit(file, from, to);
                var spent = Analyze(run.Full(), analyzed, options);
                if (round >= WarmUps)
                    all.Add(spent);
            }

            // The state before is the state after.
            if ((rounds + WarmUps) % 2 != 0)
                run.Edit(file, newText, oldText);
            var times = all.Select(static spent => spent.Values.Sum()).Order().ToList();
            var median = times[times.Count / 2];
            var most = all[0].Keys.Select(name => (Name: name, Time: all.Select(spent => spent[name]).Order().ElementAt(all.Count / 2)))
                .MaxBy(static one => one.Time);
            var kind = analyzed == ServiceFile ? "a service" : analyzed == ItemFile ? "an item type" : "the file";
            table.Add(what, kind, Number(median), Number(times[^1]), $"{most.Name}, {Number(most.Time)}");
            return median <= MaxMilliseconds;
        }
    }

    /// <summary>
    /// The time that each analyzer takes for one file, by the compiler's own telemetry. What an analyzer is the first to have the compiler
    /// bind is in it, although an editor binds the file anyway.
    /// </summary>
    private static Dictionary<string, double> Analyze(Compilation compilation, string file, AnalyzerOptions options)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var model = analysis.Compilation.GetSemanticModel(tree);
        GC.Collect();
        var result = analysis.GetAnalysisResultAsync(model, filterSpan: null, CancellationToken.None).Result;
        return result.AnalyzerTelemetryInfo.ToDictionary(
            static info => info.Key.GetType().Name, static info => info.Value.ExecutionTime.TotalMilliseconds);
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
