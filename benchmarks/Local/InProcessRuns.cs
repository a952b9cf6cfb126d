using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>
/// Times single calls in process, on one and on two threads in turns, so that whatever else the machine does hits both alike.
/// </summary>
internal static class InProcessRuns
{
    private const int OrdersOfLast = 100;
    private const int Step = 7919;

    public static Task<MarkdownTable> MeasureAsync(int customers, TimeSpan time, int rounds, string? only)
    {
        using var engine = LocalDynamo.InMemory();
        engine.Fill(customers, OrdersOfLast);
        (string Name, string Operation, byte[] Request, bool Varies)[] calls =
        [
            ("Get", "GetItem", SampleTable.Get(0), true),
            ("Put, replaces", "PutItem", SampleTable.Put(0), true),
            ("Update, two attributes", "UpdateItem", SampleTable.Update(0), true),
            ("Query, 100 items", "Query", SampleTable.Query(customers), false),
        ];

        var table = new MarkdownTable(
            "Call", ">µs", ">CPU µs", ">bytes allocated", ">calls/s, 1 thread", ">2 threads", ">ratio");
        foreach (var (name, operation, request, varies) in calls)
        {
            if (only is not null && !name.StartsWith(only, StringComparison.OrdinalIgnoreCase))
                continue;

            Action<int> run = varies
                ? VaryingCalls(engine, operation, request, customers)
                : _ => engine.Call(operation, request);
            Rate(run, 1, time);
            Rate(run, 2, time);
            var (one, two, cpu) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                one.Add(Rate(run, 1, time));
                cpu.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / (one[^1] * time.TotalSeconds));
                two.Add(Rate(run, 2, time));
            }

            var (single, both) = (Median(one), Median(two));
            table.Add(
                name,
                Format(1e6 / single, "0.00"),
                Format(Median(cpu), "0.00"),
                Format(Allocated(run), "N0"),
                Format(single, "N0"),
                Format(both, "N0"),
                Format(both / single, "0.00"));
        }

        return Task.FromResult(table);
    }

    // Every thread has its own request and walks over all customers.
    private static Action<int> VaryingCalls(LocalDynamo engine, string operation, byte[] request, int customers)
    {
        var place = SampleTable.PlaceOfDigits(request);
        var requests = new ThreadLocal<byte[]>(() => [.. request]);
        return call =>
        {
            var own = requests.Value!;
            SampleTable.SetDigits(own, place, (int)((long)call * Step % customers));
            engine.Call(operation, own);
        };
    }

    private static double Rate(Action<int> run, int threads, TimeSpan time)
    {
        var counts = new long[threads];
        using var ready = new Barrier(threads);
        var workers = Enumerable.Range(0, threads).Select(worker => new Thread(() =>
        {
            run(worker);
            ready.SignalAndWait();
            var start = Stopwatch.GetTimestamp();
            var call = worker * 1_000_003;
            var count = 0L;
            do
            {
                for (var i = 0; i < 100; i++)
                    run(call = (call + 1) & int.MaxValue);
                count += 100;
            }
            while (Stopwatch.GetElapsedTime(start) < time);
            counts[worker] = (long)(count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        })).ToList();
        workers.ForEach(static worker => worker.Start());
        workers.ForEach(static worker => worker.Join());
        return counts.Sum();
    }

    private static double Allocated(Action<int> run)
    {
        const int Count = 1000;
        run(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            run(i);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
