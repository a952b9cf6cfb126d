using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>
/// The engine's tool and dynalite in turns: the same client, requests and number of callers. A caller is a thread with a connection, which
/// waits for each response before it sends the next request.
/// </summary>
internal static class HttpRuns
{
    private const int Callers = 16;
    private const int Rounds = 3;
    private const int Customers = 2_000;
    private const int Customer100 = Customers;
    private const int Customer1000 = Customers + 1;
    private const int BatchSize = 25;

    private static readonly (string Name, string Operation, byte[] Body, bool Varies)[] Calls =
    [
        ("Put", "PutItem", SampleTable.Put(0), true),
        ("Get", "GetItem", SampleTable.Get(0), true),
        ("Update", "UpdateItem", SampleTable.Update(0), true),
        ("Query, 100 items", "Query", SampleTable.Query(Customer100), false),
        ("Query, 1,000 items", "Query", SampleTable.Query(Customer1000), false),
    ];

    public static async Task<MarkdownTable> MeasureAsync(TimeSpan time, string? dynalite)
    {
        using var tool = await EndpointProcess.StartToolAsync();
        using var other = await EndpointProcess.StartDynaliteAsync(dynalite);
        EndpointProcess[] endpoints = [tool, other];
        foreach (var endpoint in endpoints)
            await FillAsync(endpoint.Uri);

        var table = new MarkdownTable(
            $"Call, {Callers} callers", ">calls/s, " + tool.Name, ">calls/s, " + other.Name, ">ratio");
        foreach (var (name, operation, body, varies) in Calls)
        {
            var rates = Array.ConvertAll(endpoints, static _ => new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                for (var i = 0; i < endpoints.Length; i++)
                {
                    var rate = Rate(endpoints[i].Uri, operation, body, varies, time);

                    // The first round warms up.
                    if (round > 0)
                        rates[i].Add(rate);
                }
            }

            var (ours, theirs) = (rates[0].Order().ElementAt(Rounds / 2), rates[1].Order().ElementAt(Rounds / 2));
            table.Add(name, Format(ours, "N0"), Format(theirs, "N0"), Format(ours / theirs, "0.0"));
        }

        return table;
    }

    private static async Task FillAsync(Uri uri)
    {
        using var client = new EndpointClient(uri);
        client.Call("CreateTable", SampleTable.Create());

        // dynalite creates the table a moment after its answer.
        await Task.Delay(500);
        var items = Enumerable.Range(0, Customers).Select(static customer => (customer, 1))
            .Concat(Enumerable.Range(1, 100).Select(static order => (Customer100, order)))
            .Concat(Enumerable.Range(1, 1000).Select(static order => (Customer1000, order)));
        foreach (var batch in items.Chunk(BatchSize))
            client.Call("BatchWriteItem", SampleTable.BatchPut(batch));
    }

    private static double Rate(Uri uri, string operation, byte[] body, bool varies, TimeSpan time)
    {
        var (number, total) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        var callers = Enumerable.Range(0, Callers).Select(_ => new Thread(() =>
        {
            using var client = new EndpointClient(uri);
            var request = client.Request(operation, body);
            var place = varies ? SampleTable.PlaceOfDigits(request) : -1;
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; count++)
            {
                if (varies)
                    SampleTable.SetDigits(request, place, Interlocked.Increment(ref number) % Customers);
                client.Call(request);
            }

            Interlocked.Add(ref total, count);
        })).ToList();
        callers.ForEach(static caller => caller.Start());
        callers.ForEach(static caller => caller.Join());
        return total / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
