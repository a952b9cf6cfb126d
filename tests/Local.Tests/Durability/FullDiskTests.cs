using DynamoToolkit.Local.Server;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FailingDisk disk = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Write_TheDiskRefuses_FailsWithoutEffectAndTheNextOneSucceeds(bool flush, bool isFull)
    {
        using (var engine = Open(flush))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);

            (disk.IsFull, disk.FailsFlushes) = (isFull, !isFull);
            for (var i = 0; i < 3; i++)
            {
                var (type, message) = await engine.FailAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"b"},"n":{"N":"2"}}}""");
                Assert.Equal("InternalServerError", type);
                Assert.Contains("test's disk", message, StringComparison.OrdinalIgnoreCase);
                Assert.Equal(["a=1"], await Content.ReadAsync(engine));
                Assert.NotNull(engine.WriteProblem);
            }

            (disk.IsFull, disk.FailsFlushes) = (false, false);
            Assert.Null(engine.WriteProblem);
            await Content.PutAsync(engine, "c", 3);
            Assert.Equal(["a=1", "c=3"], await Content.ReadAsync(engine));
        }

        using var reopened = Open(flush);
        Assert.Equal(["a=1", "c=3"], await Content.ReadAsync(reopened));
        Assert.Equal(0, reopened.Recovery!.DroppedBytes);
    }

    [Fact]
    public async Task Write_TheDiskHasSpaceAgain_NeedsNoOneToAsk()
    {
        using var engine = Open(flush: true);
        await engine.CreateTableAsync();
        disk.IsFull = true;
        await engine.FailAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"n":{"N":"1"}}}""");

        disk.IsFull = false;
        await Content.PutAsync(engine, "a", 2);

        Assert.Equal(["a=2"], await Content.ReadAsync(engine));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_ManyWritersAtAFullDisk_AreAllUndoneOrKept(bool flush)
    {
        var acknowledged = new int[4];
        using (var engine = Open(flush))
        {
            await engine.CreateTableAsync();
            var writers = Enumerable.Range(0, acknowledged.Length).Select(writer => Task.Run(async () =>
            {
                var refused = 0;
                for (var i = 1; refused < 3; i++)
                {
                    var (status, _) = await engine.CallAsync("UpdateItem", $$"""
                        {"TableName":"tab","Key":{"p":{"S":"{{writer}}"} },"UpdateExpression":"ADD n :one",
                         "ExpressionAttributeValues":{":one":{"N":"1"} } }
                        """);
                    if (status == 200)
                        acknowledged[writer]++;
                    else
                        refused++;
                    disk.IsFull = i % 20 == 19;
                }
            })).ToArray();
            await Task.WhenAll(writers);
            disk.IsFull = false;
            await CheckAsync(engine);
        }

        using var reopened = Open(flush);
        await CheckAsync(reopened);

        async Task CheckAsync(LocalDynamo engine) => Assert.Equal(
            acknowledged.Select(static (count, writer) => (count, writer))
                .Where(static pair => pair.count > 0)
                .Select(static pair => $"{pair.writer}={pair.count}"),
            await Content.ReadAsync(engine));
    }

    [Fact]
    public async Task Snapshot_OnAFullDisk_LeavesNothingAndIsTakenLater()
    {
        using (var engine = Open(flush: true, compactionThreshold: 2000))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);
            disk.FailsCreation = true;
            for (var i = 0; i < 300; i++)
                await Content.PutAsync(engine, "b", i);

            Assert.Contains("test's disk", engine.SnapshotProblem, StringComparison.Ordinal);
            Assert.Equal(["head", "lock", "log-00000000"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());

            disk.FailsCreation = false;
            for (var i = 0; i < 300; i++)
                await Content.PutAsync(engine, "c", i);
        }

        Assert.Equal(["head", "lock", "log", "snapshot"], Directory.GetFiles(folder.Path).Select(Kind).Order());
        using var reopened = Open(flush: true);
        Assert.Equal(["a=1", "b=299", "c=299"], await Content.ReadAsync(reopened));
        Assert.Null(reopened.SnapshotProblem);

        static string Kind(string file) => Path.GetFileName(file).Split('-')[0];
    }

    [Fact]
    public async Task Health_OfAServerWhoseDiskIsFull_ShowsIt()
    {
        using var engine = Open(flush: true);
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = server.Endpoint };
        await engine.CreateTableAsync();

        disk.IsFull = true;
        await engine.FailAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"n":{"N":"1"}}}""");
        using var full = await http.GetAsync("/health", TestContext.Current.CancellationToken);
        disk.IsFull = false;
        using var healthy = await http.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal(503, (int)full.StatusCode);
        Assert.Contains(
            "takes no writes: No space left on the test's disk.",
            await full.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(200, (int)healthy.StatusCode);
    }

    private LocalDynamo Open(bool flush, long compactionThreshold = long.MaxValue) =>
        LocalDynamo.Open(folder.Path, new() { FlushToDisk = flush, CompactionThreshold = compactionThreshold }, disk);
}
