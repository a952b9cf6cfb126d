using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>Starts the tool with a folder that has many items.</summary>
internal static class FolderRuns
{
    /// <summary>Fills a folder, in a process of its own.</summary>
    public static int Fill(string folder, int items)
    {
        using var engine = LocalDynamo.Open(folder, new LocalDynamoOptions { FlushToDisk = false });
        engine.Fill(items);
        return 0;
    }

    /// <summary>Times the start of the tool until it listens. The folder is filled if it has no data.</summary>
    public static async Task<MarkdownTable> MeasureAsync(string folder, int items)
    {
        if (!File.Exists(Path.Combine(folder, "head")))
        {
            using var filler = Process.Start(Environment.ProcessPath!, ["fill", folder, items.ToString(CultureInfo.InvariantCulture)]);
            await filler.WaitForExitAsync();
        }

        long SizeOf(string prefix) => Directory.GetFiles(folder, prefix + "*").Sum(static file => new FileInfo(file).Length);
        var (snapshot, log) = (SizeOf("snapshot-"), SizeOf("log-"));
        var empty = await StartAsync([]);
        var full = await StartAsync(["--data", folder]);

        var table = new MarkdownTable(
            "Items", ">MB of the snapshot", ">MB of the log", ">seconds to start", ">without data", ">CPU seconds", ">MB resident");
        table.Add(
            items.ToString("N0", CultureInfo.InvariantCulture),
            Megabytes(snapshot),
            Megabytes(log),
            Seconds(full.Time),
            Seconds(empty.Time),
            Seconds(full.Cpu),
            Megabytes(full.Resident));
        return table;
    }

    private static async Task<(TimeSpan Time, TimeSpan Cpu, long Resident)> StartAsync(string[] options)
    {
        var start = Stopwatch.GetTimestamp();
        using var tool = await EndpointProcess.StartToolAsync(options);
        return (Stopwatch.GetElapsedTime(start), tool.CpuTime, tool.Resident);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}
