using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>The engine's tool and dynalite in turns: the same client, requests and number of callers.</summary>
internal static class HttpRuns
{
    private const int Callers = 16;
    private const int Rounds = 3;
    private const int Customers = 2_000;
    private const int Customer100 = Customers;
    private const int Customer1000 = Customers + 1;
    private const int BatchSize = 25;

    private static readonly (string Name, string Operation, Func<int, byte[]> Request)[] Calls =
    [
        ("Put", "PutItem", static call => SampleTable.Put(call % Customers)),
        ("Get", "GetItem", static call => SampleTable.Get(call % Customers)),
        ("Update", "UpdateItem", static call => SampleTable.Update(call % Customers)),
        ("Query, 100 items", "Query", static _ => SampleTable.Query(Customer100)),
        ("Query, 1,000 items", "Query", static _ => SampleTable.Query(Customer1000)),
    ];

    public static async Task<MarkdownTable> MeasureAsync(TimeSpan time, string? dynalite)
    {
        using var tool = await EndpointProcess.StartToolAsync();
        using var other = await EndpointProcess.StartDynaliteAsync(dynalite);
        EndpointProcess[] endpoints = [tool, other];
        var clients = Array.ConvertAll(endpoints, static endpoint => new EndpointClient(endpoint.Uri));
        foreach (var client in clients)
            await FillAsync(client);

        var table = new MarkdownTable(
            $"Call, {Callers} callers", ">calls/s, " + tool.Name, ">calls/s, " + other.Name, ">ratio");
        foreach (var (name, operation, request) in Calls)
        {
            var rates = Array.ConvertAll(clients, static _ => new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                for (var i = 0; i < clients.Length; i++)
                {
                    var rate = await RateAsync(clients[i], operation, request, time);

                    // The first round warms up.
                    if (round > 0)
                        rates[i].Add(rate);
                }
            }

            var (ours, theirs) = (rates[0].Order().ElementAt(Rounds / 2), rates[1].Order().ElementAt(Rounds / 2));
            table.Add(name, Format(ours, "N0"), Format(theirs, "N0"), Format(ours / theirs, "0.0"));
        }

        Array.ForEach(clients, static client => client.Dispose());
        return table;
    }

    private static async Task FillAsync(EndpointClient client)
    {
        await client.CallAsync("CreateTable", SampleTable.Create());

        // dynalite creates the table a moment after its answer.
        await Task.Delay(500);
        var items = Enumerable.Range(0, Customers).Select(static customer => (customer, 1))
            .Concat(Enumerable.Range(1, 100).Select(static order => (Customer100, order)))
            .Concat(Enumerable.Range(1, 1000).Select(static order => (Customer1000, order)));
        foreach (var batch in items.Chunk(BatchSize))
            await client.CallAsync("BatchWriteItem", SampleTable.BatchPut(batch));
    }

    private static async Task<double> RateAsync(EndpointClient client, string operation, Func<int, byte[]> request, TimeSpan time)
    {
        var number = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < time)
                await client.CallAsync(operation, request(Interlocked.Increment(ref number)));
        })));
        return number / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
