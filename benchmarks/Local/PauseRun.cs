using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>
/// The longest waits for writes and reads of a table with many items in a folder, while nothing else happens, while snapshots are taken and
/// while an index is added. A write or read begins when the clock says so, whether the ones before it have ended or not.
/// </summary>
internal sealed class PauseRun(LocalDynamo engine, int items)
{
    private const int WritesPerMillisecond = 10;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    public static async Task<MarkdownTable> MeasureAsync(int items, TimeSpan time, bool flush)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"dtk-pauses-{Environment.ProcessId}");
        try
        {
            using var engine = LocalDynamo.Open(folder, new LocalDynamoOptions { FlushToDisk = flush });
            engine.Fill(items);
            var run = new PauseRun(engine, items);
            var table = new MarkdownTable(
                $"While {WritesPerMillisecond},000 writes/s continue",
                ">writes",
                ">longest ms",
                ">99.9 % ms",
                ">reads, longest ms",
                ">longest GC pause ms");
            await run.AddRowAsync(table, "nothing else", () => Task.Delay(time));
            await run.AddRowAsync(table, "a backup", async () =>
            {
                await engine.BackupAsync(folder + "-backup");
                Directory.Delete(folder + "-backup", recursive: true);
            });
            await run.AddRowAsync(table, "an index is added", () => Task.Run(() => engine.Call("UpdateTable", SampleTable.AddIndex())));
            await run.AddRowAsync(table, "a snapshot", async () =>
            {
                var before = SnapshotsIn(folder);
                while (SnapshotsIn(folder) == before)
                    await Task.Delay(time);
            });
            return table;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string SnapshotsIn(string folder) => string.Concat(Directory.GetFiles(folder, "snapshot-*").Order());

    private async Task AddRowAsync(MarkdownTable table, string name, Func<Task> meanwhile)
    {
        using var stop = new CancellationTokenSource();
        var pauses = Task.Factory.StartNew(() => WatchPauses(stop.Token), TaskCreationOptions.LongRunning);
        var writes = Task.Factory.StartNew(
            () => Pace(WritesPerMillisecond, "PutItem", SampleTable.Put(0), stop.Token), TaskCreationOptions.LongRunning);
        var reads = Task.Factory.StartNew(() => Pace(1, "GetItem", SampleTable.Get(0), stop.Token), TaskCreationOptions.LongRunning);
        await meanwhile();
        await stop.CancelAsync();
        var (written, read) = (await writes, await reads);
        table.Add(
            name,
            written.Count.ToString("N0", CultureInfo.InvariantCulture),
            Milliseconds(written[^1]),
            Milliseconds(written[(int)(written.Count * 0.999)]),
            Milliseconds(read[^1]),
            Milliseconds((await pauses).Ticks));
    }

    // The times of the calls in order of length, from the moment at which each should have begun.
    private List<long> Pace(int perTick, string operation, byte[] request, CancellationToken stop)
    {
        var place = SampleTable.PlaceOfDigits(request);
        var times = new List<long>();
        var pending = new List<Task<long>>();
        var start = Stopwatch.GetTimestamp();
        for (var tick = 0L; !stop.IsCancellationRequested; tick++)
        {
            var due = start + (long)(tick * Tick.TotalSeconds * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() < due)
                Thread.Sleep(0);
            for (var i = 0; i < perTick; i++)
            {
                SampleTable.SetDigits(request, place, (int)(((tick * perTick) + i) * 7919 % items));
                pending.Add(TimeAsync(operation, request, due));
            }

            if (tick % 1000 == 999)
                Collect(pending, times);
        }

        Task.WaitAll(pending, CancellationToken.None);
        Collect(pending, times);
        times.Sort();
        return times;
    }

    private static void Collect(List<Task<long>> pending, List<long> times)
    {
        times.AddRange(pending.Where(static task => task.IsCompleted).Select(static task => task.Result));
        pending.RemoveAll(static task => task.IsCompleted);
    }

    private async Task<long> TimeAsync(string operation, byte[] request, long due)
    {
        using var body = (await engine.ExecuteAsync(operation, request)).Body;
        return Stopwatch.GetElapsedTime(due).Ticks;
    }

    private static TimeSpan WatchPauses(CancellationToken stop)
    {
        var (longest, last) = (TimeSpan.Zero, GC.GetTotalPauseDuration());
        while (!stop.IsCancellationRequested)
        {
            Thread.Sleep(1);
            var now = GC.GetTotalPauseDuration();
            longest = now - last > longest ? now - last : longest;
            last = now;
        }

        return longest;
    }

    private static string Milliseconds(long ticks) => new TimeSpan(ticks).TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
