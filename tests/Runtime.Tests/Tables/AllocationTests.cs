using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>What accesses allocate besides the items themselves, over a transport that allocates nothing.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const string MetricJson = """{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"},"runId":{"S":"1"},"name":{"S":"a"},"value":{"N":"1"}}""";

    private readonly Metric metric = new("1", "a", 1);

    [Fact]
    public async Task Get_AllocatesLittleBesidesTheItem()
    {
        var metrics = Table($$$"""{"Item":{{{MetricJson}}}}""");
        var key = Metric.Key("1", "a");
        var all = await BytesAsync(async () => await metrics.GetAsync(key));

        // Most of it is this test's own lambda, and that a debug build makes state machines classes.
        Assert.InRange(all - ItemBytes(), 0, 450);
    }

    [Fact]
    public async Task Put_AllocatesLittle()
    {
        var metrics = Table("{}");
        Assert.InRange(await BytesAsync(() => metrics.PutAsync(metric)), 0, 400);
    }

    [Fact]
    public async Task Put_OfATypeWithIndexes_AllocatesNoMore()
    {
        var runs = new DynamoClient(new CannedTransport("{}")).Table<Run>();
        var run = new Run { RunId = "1", Status = "x" };
        Assert.InRange(await BytesAsync(() => runs.PutAsync(run)), 0, 400);
    }

    [Fact]
    public async Task Delete_AllocatesLittle()
    {
        var metrics = Table("{}");
        var key = Metric.Key("1", "a");
        Assert.InRange(await BytesAsync(() => metrics.DeleteAsync(key)), 0, 400);
    }

    [Fact]
    public async Task Query_AllocatesLittleBesidesTheItems()
    {
        const int items = 1000;
        var metrics = Table($$$"""{"Count":1000,"Items":[{{{string.Join(",", Enumerable.Repeat(MetricJson, items))}}}]}""");
        var partition = Metric.Partition("1");
        var all = await BytesAsync(async () =>
        {
            await foreach (var item in metrics.Query(partition))
                GC.KeepAlive(item);
        }, rounds: 20);
        Assert.InRange(all - items * ItemBytes(), 0, 3_000);
    }

    private static DynamoTable<Metric> Table(string answer) => new DynamoClient(new CannedTransport(answer)).Table<Metric>();

    private static long ItemBytes()
    {
        var json = System.Text.Encoding.UTF8.GetBytes(MetricJson);
        Read(json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(json);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Read(byte[] json)
    {
        var reader = new ItemReader(json);
        GC.KeepAlive(reader.ReadItem<Metric>());
    }

    private static async Task<long> BytesAsync(Func<Task> operation, int rounds = 500)
    {
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            for (var i = 0; i < rounds; i++)
                await operation();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < rounds; i++)
                await operation();
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / rounds);
        }

        return least;
    }
}
