using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>What the rules cost a build: the same program with the generator and all rules, and without the rules, in turns.</summary>
internal static partial class RuleRuns
{
    /// <summary>How often the program is compiled with the rules, and without.</summary>
    public const int Rounds = 5;

    private const double MaxShare = 0.15;

    /// <returns>The table, and whether the rules stayed within their limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        using var folder = new SourceFolder($"{BuildSources.Shared}\n", RuleSources.File, RuleSources.Files);
        File.WriteAllText(Path.Combine(folder.Path, "Statistics.cs"), RuleSources.Unrelated);
        var (without, with) = (new List<(double Elapsed, double Cpu)>(), new List<(double Elapsed, double Cpu)>());
        for (var round = 0; round < rounds; round++)
        {
            without.Add(Run([Compiler.Generator]));
            with.Add(Run([Compiler.Generator, Compiler.Analyzers]));
        }

        var share = (Median(with, run => run.Cpu) / Median(without, run => run.Cpu)) - 1;
        var table = new MarkdownTable(
            $"{RuleSources.Entities} entities, {RuleSources.CallSites:N0} call sites",
            ">build, median s", ">user CPU, median s", ">more CPU");
        table.Add("generator alone", Number(Median(without, run => run.Elapsed)), Number(Median(without, run => run.Cpu)), "");
        table.Add("and all rules", Number(Median(with, run => run.Elapsed)), Number(Median(with, run => run.Cpu)), Percent(share));
        table.Add("must be at most", "", "", Percent(MaxShare));
        return ($"{table}\n{Analyzers(folder.Path)}", share <= MaxShare);

        (double Elapsed, double Cpu) Run(string[] analyzers)
        {
            var run = Compiler.Run(folder.Path, analyzers);
            return (run.Elapsed.TotalSeconds, run.UserCpu.TotalSeconds);
        }
    }

    /// <summary>The compiler's own report of what each analyzer took, of all threads together.</summary>
    private static string Analyzers(string folder)
    {
        var output = Compiler.Run(folder, [Compiler.Generator, Compiler.Analyzers], "/reportanalyzer").Output;
        var table = new MarkdownTable("Analyzer", ">s", ">of all analyzers");
        foreach (Match line in AnalyzerTime().Matches(output))
            table.Add(line.Groups["name"].Value, line.Groups["time"].Value, $"{line.Groups["share"].Value} %");
        return table.ToString();
    }

    private static double Median(List<(double Elapsed, double Cpu)> runs, Func<(double Elapsed, double Cpu), double> value) =>
        runs.Select(value).Order().ElementAt(runs.Count / 2);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double value) => value.ToString("0.0 %", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s+(?<time>[<\d.]+)\s+(?<share>[<\d]+)\s+DynamoToolkit\.Analyzers\.(?<name>\w+Analyzer)", RegexOptions.Multiline)]
    private static partial Regex AnalyzerTime();
}
