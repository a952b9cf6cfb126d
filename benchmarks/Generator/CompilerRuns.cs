using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>A new compiler's own report of what the generator took.</summary>
internal static partial class CompilerRuns
{
    public static string Measure(int rounds)
    {
        var table = new MarkdownTable(">Entities", ">generator, min s", ">generator, median s", ">whole compilation, min s");
        foreach (var entities in new[] { 10, 100, 1000 })
        {
            using var folder = new SourceFolder(EntitySources.Unrelated, EntitySources.Entity, entities);
            var runs = Enumerable.Range(0, entities < 1000 ? rounds : Math.Min(rounds, 3)).Select(_ => Compile(folder.Path)).ToList();
            var generator = runs.Select(static run => run.Generator).Order().ToList();
            table.Add(
                Seconds(entities, "N0"),
                Seconds(generator[0]),
                Seconds(generator[generator.Count / 2]),
                Seconds(runs.Min(static run => run.Whole)));
        }

        return table.ToString();
    }

    private static (double Generator, double Whole) Compile(string folder)
    {
        var (output, elapsed, _) = Compiler.Run(folder, [Compiler.Generator], "/reportanalyzer");
        if (GeneratorTime().Match(output) is not { Success: true } time)
            throw new InvalidOperationException($"The compiler does not report the generator's time:\n{output}");

        return (double.Parse(time.Groups[1].ValueSpan, CultureInfo.InvariantCulture), elapsed.TotalSeconds);
    }

    private static string Seconds(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total generator execution time: ([\d.]+) seconds")]
    private static partial Regex GeneratorTime();
}
