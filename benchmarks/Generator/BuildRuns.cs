using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>What the library costs a build: the same classes compiled with generator and analyzers, and without, in turns.</summary>
internal static class BuildRuns
{
    private const int Entities = 200;
    private const double MaxRatio = 3;
    private const double MaxLines = 250;
    private const double MaxKilobytes = 15;

    /// <returns>The table, and whether everything stayed within its limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        using var folder = new SourceFolder(BuildSources.Shared, BuildSources.Entity, Entities);
        using var generated = new SourceFolder("", static _ => "", 0);
        var plain = new List<double>();
        var full = new List<double>();
        var plainBytes = 0L;
        var fullBytes = 0L;
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(Compiler.Run(folder.Path, []).UserCpu.TotalSeconds);
            plainBytes = AssemblyBytes(folder);
            var run = Compiler.Run(folder.Path, [Compiler.Generator, Compiler.Analyzers], $"/generatedfilesout:{generated.Path}");
            full.Add(run.UserCpu.TotalSeconds);
            fullBytes = AssemblyBytes(folder);
        }

        // The file of the nested type that the entities share is none of theirs.
        var files = Directory.EnumerateFiles(generated.Path, "*.Entity*.g.cs", SearchOption.AllDirectories).ToList();
        var lines = files.Sum(static file => File.ReadLines(file).Count()) / (double)Entities;
        var kilobytes = files.Sum(static file => new FileInfo(file).Length) / 1000.0 / Entities;
        var ratio = Median(full) / Median(plain);
        var table = new MarkdownTable(
            "200 entities of 13 members", ">user CPU, median s", ">of plain", ">generated lines an entity", ">KB an entity",
            ">assembly, KB");
        table.Add("without the library's generator and analyzers", Number(Median(plain)), "1.0", "", "", Number(plainBytes / 1000.0, "N0"));
        table.Add(
            "with them", Number(Median(full)), Number(ratio), Number(lines, "0"), Number(kilobytes), Number(fullBytes / 1000.0, "N0"));
        table.Add("must be at most", "", Number(MaxRatio), Number(MaxLines, "0"), Number(MaxKilobytes), "");
        return (table.ToString(), ratio <= MaxRatio && lines <= MaxLines && kilobytes <= MaxKilobytes);
    }

    private static long AssemblyBytes(SourceFolder folder) => new FileInfo(Path.Combine(folder.Path, "Application.dll")).Length;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Number(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);
}
