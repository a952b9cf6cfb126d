using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>Fills a table with items one by one, and looks at the memory of the process.</summary>
internal static class MemoryRun
{
    public static async Task<MarkdownTable> MeasureAsync(int items)
    {
        using var process = Process.GetCurrentProcess();
        using var engine = LocalDynamo.InMemory();
        engine.Call("CreateTable", SampleTable.Create());
        var empty = Resident(process);

        var request = SampleTable.Put(0);
        var place = SampleTable.PlaceOfDigits(request);
        for (var customer = 0; customer < items; customer++)
        {
            SampleTable.SetDigits(request, place, customer);
            engine.Call("PutItem", request);
        }

        var filled = Resident(process);
        GC.Collect();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var collected = Resident(process);
        var bytes = await SizeAsync(engine);

        var table = new MarkdownTable(
            "Items", ">bytes an item", ">MB resident, empty", ">after the last put", ">after a collection", ">MB of the heap");
        table.Add(
            items.ToString("N0", CultureInfo.InvariantCulture),
            ((double)bytes / items).ToString("N0", CultureInfo.InvariantCulture),
            Megabytes(empty),
            Megabytes(filled),
            Megabytes(collected),
            Megabytes(heap));
        return table;
    }

    private static async Task<long> SizeAsync(LocalDynamo engine)
    {
        var response = await engine.ExecuteAsync("DescribeTable", SampleTable.Describe());
        using var body = response.Body;
        using var document = JsonDocument.Parse(body.WrittenMemory);
        return document.RootElement.GetProperty("Table").GetProperty("TableSizeBytes").GetInt64();
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}
