using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Streams;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>A worker that may have missed changes makes searches fail until the next repair.</summary>
public sealed class UpkeepConsumerTests : StreamTests
{
    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define("other-leases"), Ct);
    }

    [Theory]
    [InlineData("other", StreamTable.DefaultName)]
    [InlineData("default", "other-leases")]
    public async Task ConsumerWithOtherPositions_MayHaveMissedChanges(string name, string leaseTable)
    {
        await RunAsync(new StreamConsumerOptions());
        await RepairAsync();
        await RunAsync(new StreamConsumerOptions { StartFrom = StreamStart.Now });
        Assert.Empty(await FindAsync());

        // It begins with the changes from now on, so it will not see this one.
        await Db.Table<Paper>().PutAsync(new Paper { Id = "1", Journal = "a", Title = "On Graphs" }, Ct);
        Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(new StreamConsumerOptions { Name = name, LeaseTable = leaseTable, StartFrom = StreamStart.Now });
        await FailsAsync(name);
        await RepairAsync();
        Assert.Equal("1", Assert.Single(await FindAsync()).Id);
    }

    [Fact]
    public async Task HandlerThatWasAway_HasMissedChanges()
    {
        await RunAsync(new StreamConsumerOptions());
        await RepairAsync();
        var without = StreamConsumer.For<Paper>(Db).AddHandler(new Recorder<Paper>());
        await RunUntilAsync(without, () => without.Status.Shards > 0);
        Assert.Empty(await FindAsync());
        await RunAsync(new StreamConsumerOptions());
        await FailsAsync("default");

        // With the handler beside others it is the same handler.
        await RepairAsync();
        var both = StreamConsumer.For<Paper>(Db).AddTrigramMaterializer<Paper>().AddHandler(new Recorder<Paper>());
        await RunUntilAsync(both, () => both.Status.Shards > 0);
        Assert.Empty(await FindAsync());
    }

    private async Task RunAsync(StreamConsumerOptions options)
    {
        var consumer = StreamConsumer.For<Paper>(Db, options).AddTrigramMaterializer<Paper>();
        await RunUntilAsync(consumer, () => consumer.Status.Shards > 0);
    }

    private Task RepairAsync() => Db.Table<Paper>().RepairTrigramsAsync(cancellationToken: Ct);

    private async Task<List<Paper>> FindAsync()
    {
        // A client that knows nothing yet.
        using var client = new DynamoClient(new Undisposed(Engine));
        return await client.Table<Paper>().Search(Paper.Trigrams.Title("a")).Containing("raph").ToListAsync(Ct);
    }

    private async Task FailsAsync(string consumer)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(FindAsync);
        Assert.Contains($"since the consumer '{consumer}' began", error.Message, StringComparison.Ordinal);
    }
}
