using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>Opens a folder with many items, in a process that has done nothing before.</summary>
internal static class FolderRuns
{
    /// <summary>Fills a folder, in a process of its own.</summary>
    public static int Fill(string folder, int items)
    {
        using var engine = LocalDynamo.Open(folder, new LocalDynamoOptions { FlushToDisk = false });
        engine.Fill(items);
        return 0;
    }

    /// <summary>Times the opening of the folder, which is filled if it has no data.</summary>
    public static async Task<MarkdownTable> MeasureAsync(string folder, int items)
    {
        if (!File.Exists(Path.Combine(folder, "head")))
        {
            using var filler = Process.Start(Environment.ProcessPath!, ["fill", folder, items.ToString(CultureInfo.InvariantCulture)]);
            await filler.WaitForExitAsync();
        }

        long SizeOf(string prefix) => Directory.GetFiles(folder, prefix + "*").Sum(static file => new FileInfo(file).Length);
        var (snapshot, log) = (SizeOf("snapshot-"), SizeOf("log-"));
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        using var engine = LocalDynamo.Open(folder, new LocalDynamoOptions { FlushToDisk = false });
        var time = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        using var process = Process.GetCurrentProcess();

        var table = new MarkdownTable(
            "Items", ">MB of the snapshot", ">MB of the log", ">seconds to open", ">CPU seconds", ">of them GC pauses", ">MB resident");
        table.Add(
            items.ToString("N0", CultureInfo.InvariantCulture),
            Megabytes(snapshot),
            Megabytes(log),
            Seconds(time),
            Seconds(cpu),
            Seconds(GC.GetTotalPauseDuration()),
            Megabytes(process.WorkingSet64));
        return table;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}
