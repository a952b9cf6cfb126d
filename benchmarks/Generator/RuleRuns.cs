using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// What the rules cost a build: the same program with the generator and all rules, and without the rules, in turns. Once as a project of
/// the SDK's defaults, as people build, and once by the compiler alone, where nothing else asks what a method means.
/// </summary>
internal static partial class RuleRuns
{
    /// <summary>How often the program is built with the rules, and without.</summary>
    public const int Rounds = 5;

    private const double MaxShare = 0.15;

    /// <returns>The tables, and whether the rules stayed within their limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        using var folder = new SourceFolder($"{BuildSources.Shared}\n", RuleSources.File, RuleSources.Files);
        File.WriteAllText(Path.Combine(folder.Path, "Statistics.cs"), RuleSources.Unrelated);
        var project = new ProjectBuild(folder.Path);
        var build = (Without: new RunTimes(), With: new RunTimes());
        var compiler = (Without: new RunTimes(), With: new RunTimes());
        for (var round = 0; round < rounds; round++)
        {
            build.Without.Add(project.Run(ProjectBuild.Parts.Generator));
            build.With.Add(project.Run(ProjectBuild.Parts.GeneratorAndRules));
            compiler.Without.Add(Compile(Compiler.Generator));
            compiler.With.Add(Compile(Compiler.Generator, Compiler.Analyzers));
        }

        var table = new MarkdownTable(
            $"{RuleSources.Entities} entities, {RuleSources.CallSites:N0} call sites",
            ">by the clock, median s", ">user CPU, median s", ">more CPU");
        var share = Add("`dotnet build`, and the generator alone", build);
        Add("the compiler alone, without the SDK's analyzers, and the generator", compiler);
        table.Add("the first must be at most", "", "", Percent(MaxShare));
        return ($"{table}\n{Analyzers(folder.Path)}", share <= MaxShare);

        double Add(string what, (RunTimes Without, RunTimes With) pair)
        {
            var more = (pair.With.Cpu / pair.Without.Cpu) - 1;
            table.Add(what, Number(pair.Without.Elapsed), Number(pair.Without.Cpu), "");
            table.Add("… and all rules", Number(pair.With.Elapsed), Number(pair.With.Cpu), Percent(more));
            return more;
        }

        (TimeSpan Elapsed, TimeSpan UserCpu) Compile(params string[] analyzers)
        {
            var run = Compiler.Run(folder.Path, analyzers);
            return (run.Elapsed, run.UserCpu);
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

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double value) => value.ToString("0.0 %", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s+(?<time>[<\d.]+)\s+(?<share>[<\d]+)\s+DynamoToolkit\.Analyzers\.(?<name>\w+Analyzer)", RegexOptions.Multiline)]
    private static partial Regex AnalyzerTime();
}
