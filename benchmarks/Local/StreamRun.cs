using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>
/// Makes changes of labels, and then lets one worker catch up until its lag is zero: once with a handler that does nothing, and once with
/// materializers, whose copies are compared with the labels afterwards.
/// </summary>
internal static class StreamRun
{
    private const int LabelsOfParent = 5;

    public static async Task<MarkdownTable> MeasureAsync(int changes, int parents)
    {
        var table = new MarkdownTable("Worker", ">changes", ">s", ">changes/s", ">lag afterwards, s");
        var silent = new SilentHandler();
        await AddAsync(table, "a handler that does nothing", changes, parents, consumer => consumer.AddHandler(silent), isChecked: false);
        if (silent.Count < changes)
            throw new InvalidOperationException($"The handler got {silent.Count} of {changes} changes.");
        await AddAsync(table, "materializers", changes, parents, consumer => consumer.AddMaterializers<Ticket>(), isChecked: true);
        return table;
    }

    private static async Task AddAsync(
        MarkdownTable table, string name, int changes, int parents, Func<StreamConsumer, StreamConsumer> addHandlers, bool isChecked)
    {
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Ticket>(), TableModel.Of<TicketLabel>()).WithStream());
        await db.EnsureTableAsync(StreamTable.Define());
        for (var id = 0; id < parents; id++)
            await db.Table<Ticket>().PutAsync(new Ticket { Id = id });
        for (var i = 0; i < changes; i++)
        {
            await db.Table<TicketLabel>().PutAsync(
                new TicketLabel { Id = i % parents, Name = $"label{i / parents % LabelsOfParent}", Value = $"value {i}" });
        }

        var consumer = addHandlers(StreamConsumer.For<Ticket>(db));
        using var stop = new CancellationTokenSource();
        var start = Stopwatch.GetTimestamp();
        var running = consumer.RunAsync(stop.Token);
        await CatchUpAsync(consumer, running);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var lag = consumer.Status.Lag.TotalSeconds;
        await stop.CancelAsync();
        await running;
        if (isChecked)
            await CheckAsync(db);
        table.Add(
            name,
            changes.ToString("N0", CultureInfo.InvariantCulture),
            seconds.ToString("0.0", CultureInfo.InvariantCulture),
            (changes / seconds).ToString("N0", CultureInfo.InvariantCulture),
            lag.ToString("0", CultureInfo.InvariantCulture));
    }

    private static async Task CatchUpAsync(StreamConsumer consumer, Task running)
    {
        // A worker that has just begun has no lag either, so it has to be seen twice without one, after it had some.
        var (hadLag, calm) = (false, 0);
        while (calm < 2)
        {
            if (running.IsCompleted)
                await running;
            await Task.Delay(50);
            var status = consumer.Status;
            var isCalm = status is { Shards: > 0, PendingRecords: 0 } && status.Lag == TimeSpan.Zero;
            hadLag |= !isCalm && status.Shards > 0;
            calm = hadLag && isCalm ? calm + 1 : 0;
        }
    }

    private static async Task CheckAsync(DynamoClient db)
    {
        var result = await db.Table<Ticket>().BackfillMaterializedAsync();
        if (result.Changed > 0)
            throw new InvalidOperationException($"{result.Changed} of {result.Scanned} tickets had other copies than their labels.");
    }
}
