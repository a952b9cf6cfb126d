using System.Text;
using DynamoToolkit.Local;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>Calls an engine in process.</summary>
internal static class EngineCalls
{
    private const int BatchSize = 25;

    /// <summary>Sends a request that must succeed, and returns the length of the response.</summary>
    public static int Call(this LocalDynamo engine, string operation, ReadOnlyMemory<byte> request)
    {
        // An engine in memory answers at once.
        var response = engine.ExecuteAsync(operation, request).GetAwaiter().GetResult();
        using var body = response.Body;
        if (!response.IsSuccess)
            throw new InvalidOperationException($"{operation} failed: {Encoding.UTF8.GetString(body.WrittenSpan)}");
        return body.Length;
    }

    /// <summary>Creates the table, and puts items into it: customers with one order each, then one customer with many orders.</summary>
    public static void Fill(this LocalDynamo engine, int customers, int ordersOfLast = 0)
    {
        engine.Call("CreateTable", SampleTable.Create());
        var items = Enumerable.Range(0, customers).Select(static customer => (customer, 1))
            .Concat(Enumerable.Range(1, ordersOfLast).Select(order => (customers, order)));
        foreach (var batch in items.Chunk(BatchSize))
            engine.Call("BatchWriteItem", SampleTable.BatchPut(batch));
    }
}
