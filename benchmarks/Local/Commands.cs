using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>What the program can do.</summary>
internal static class Commands
{
    private const string Page = "local-engine.md";

    public static int Explain()
    {
        Console.Error.WriteLine("""
            inprocess [--items N] [--seconds N] [--rounds N] [--only NAME]   single calls on one and on two threads
            memory [--items N]                                               the memory of a million items
            open [--items N] [--folder FOLDER]                               starts the tool with a million items in a folder
            pauses [--items N] [--seconds N] [--flush 1]                     the longest waits beside backups, new indexes and snapshots
            http [--seconds N] [--dynalite FOLDER]                           the tool beside dynalite, the same client for both
            stream [--changes N] [--parents N]                               one worker of a stream, without and with materializers
            --write puts a table into docs/local-engine.md; stream has none there and only prints it.
            """);
        return 1;
    }

    /// <summary>Single calls in process, on one and on two threads.</summary>
    public static async Task<int> InProcessAsync(string[] options)
    {
        var table = await InProcessRuns.MeasureAsync(
            Number(options, "--items", 100_000),
            TimeSpan.FromSeconds(Number(options, "--seconds", 1)),
            Number(options, "--rounds", 5),
            Text(options, "--only"));
        return Show("local-inprocess", table, options);
    }

    /// <summary>The memory that items take.</summary>
    public static async Task<int> MemoryAsync(string[] options) =>
        Show("local-memory", await MemoryRun.MeasureAsync(Number(options, "--items", 1_000_000)), options);

    /// <summary>The opening of a folder.</summary>
    public static async Task<int> OpenAsync(string[] options)
    {
        var folder = Text(options, "--folder") ?? Path.Combine(Path.GetTempPath(), $"dtk-open-{Environment.ProcessId}");
        var table = await FolderRuns.MeasureAsync(folder, Number(options, "--items", 1_000_000));
        if (Text(options, "--folder") is null)
            Directory.Delete(folder, recursive: true);
        return Show("local-open", table, options);
    }

    /// <summary>The longest waits.</summary>
    public static async Task<int> PausesAsync(string[] options)
    {
        var seconds = TimeSpan.FromSeconds(Number(options, "--seconds", 2));
        var table = await PauseRun.MeasureAsync(Number(options, "--items", 1_000_000), seconds, Number(options, "--flush", 0) == 1);
        return Show("local-pauses", table, options);
    }

    /// <summary>The tool and dynalite over HTTP.</summary>
    public static async Task<int> HttpAsync(string[] options)
    {
        var seconds = TimeSpan.FromSeconds(Number(options, "--seconds", 3));
        return Show("local-http", await HttpRuns.MeasureAsync(seconds, Text(options, "--dynalite")), options);
    }

    /// <summary>The throughput of one worker of a stream.</summary>
    public static async Task<int> StreamAsync(string[] options)
    {
        var table = await StreamRun.MeasureAsync(Number(options, "--changes", 100_000), Number(options, "--parents", 1_000));
        Console.WriteLine($"{table}\n{Machine.Describe()}");
        return 0;
    }

    private static int Show(string name, MarkdownTable table, string[] options)
    {
        var part = $"{table}\n{Machine.Describe()}";
        Console.WriteLine(part);
        if (options.Contains("--write"))
            DocsPage.Replace(name, part, Page);
        return 0;
    }

    private static int Number(string[] options, string name, int otherwise) =>
        Text(options, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] options, string name)
    {
        var index = Array.IndexOf(options, name);
        return index < 0 || index + 1 == options.Length ? null : options[index + 1];
    }
}
