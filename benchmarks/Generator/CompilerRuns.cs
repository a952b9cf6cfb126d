using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// The SDK's own compiler in a process of its own, started anew for each run: nothing of it or of the generator is compiled or loaded before.
/// It reports itself what each generator took.
/// </summary>
internal static partial class CompilerRuns
{
    public static string Measure(int rounds)
    {
        var table = new MarkdownTable(">Entities", ">generator, min s", ">generator, median s", ">whole compilation, min s");
        foreach (var entities in new[] { 10, 100, 1000 })
        {
            var folder = Directory.CreateTempSubdirectory("compile-");
            try
            {
                WriteSources(folder.FullName, entities);
                var runs = Enumerable.Range(0, entities < 1000 ? rounds : Math.Min(rounds, 3)).Select(_ => Compile(folder.FullName)).ToList();
                var generator = runs.Select(static run => run.Generator).Order().ToList();
                table.Add(Seconds(entities, "N0"), Seconds(generator[0]), Seconds(generator[generator.Count / 2]), Seconds(runs.Min(static run => run.Whole)));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return table.ToString();
    }

    private static void WriteSources(string folder, int entities)
    {
        File.WriteAllText(Path.Combine(folder, "Greeting.cs"), EntitySources.Unrelated);
        for (var number = 0; number < entities; number++)
            File.WriteAllText(Path.Combine(folder, $"Entity{number}.cs"), EntitySources.Entity(number));
    }

    private static (double Generator, double Whole) Compile(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec", CompilerPath(), "/noconfig", "/nologo", "/target:library", "/nullable:enable", "/langversion:latest", "/reportanalyzer",
                $"/analyzer:{Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Generator.dll")}", $"/out:{Path.Combine(folder, "Application.dll")}", $"/recurse:{Path.Combine(folder, "*.cs")}",
            },
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var reference in GeneratorRun.ReferencePaths)
            start.ArgumentList.Add($"/reference:{reference}");

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        clock.Stop();
        if (process.ExitCode != 0 || !GeneratorTime().Match(output).Groups[1].Success)
            throw new InvalidOperationException($"The compiler ended with {process.ExitCode}:\n{output}");

        return (double.Parse(GeneratorTime().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), clock.Elapsed.TotalSeconds);
    }

    /// <summary>The compiler of the newest SDK beside the runtime that this program runs on.</summary>
    private static string CompilerPath()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "sdk"))
            .Select(static sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc) ?? throw new InvalidOperationException($"There is no SDK with a compiler in {root}.");
    }

    private static string Seconds(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total generator execution time: ([\d.]+) seconds")]
    private static partial Regex GeneratorTime();
}
