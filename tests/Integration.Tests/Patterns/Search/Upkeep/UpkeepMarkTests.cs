using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>A search of an index that nobody keeps fails. It does not return nothing.</summary>
public sealed class UpkeepMarkTests : UpkeepTests
{
    [Fact]
    public async Task Search_NeedsAWorkerThatHasBegun_AndARepairSince()
    {
        await Papers.PutAsync(Graphs, Ct);
        await FailsAsync("none has ever begun");

        // A repair alone does not make the index one that is kept.
        await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        await FailsAsync("none has ever begun");

        // A change between that repair and the worker would be missing.
        await Papers.PutAsync(Graphs with { Id = "2" }, Ct);
        await Consumer(Db).BeginAsync(Ct);
        await FailsAsync("no repair has worked through the table");

        await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Equal(["1", "2"], await FindAsync("raph"));
        using var other = new DynamoClient(new Undisposed(Engine));
        Assert.Equal(["1", "2"], await FindAsync(other, "raph"));

        // Each type has marks of its own.
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Theses.Search(Thesis.Trigrams.Title()).Containing("x").FirstOrDefaultAsync(Ct));
    }

    [Fact]
    public async Task RepairThatBeganBeforeTheWorker_DoesNotCount()
    {
        for (var i = 0; i < 10; i++)
            await Papers.PutAsync(Graphs with { Id = $"{i}" }, Ct);
        var begun = await Papers.RepairTrigramsAsync(new SweepOptions { PageSize = 2, MaxCapacityUnits = 1 }, cancellationToken: Ct);
        Assert.NotNull(begun.Next);
        await Consumer(Db).BeginAsync(Ct);

        // Nor if another one begins after it, and does not end.
        await Papers.RepairTrigramsAsync(new SweepOptions { PageSize = 2, MaxCapacityUnits = 1 }, cancellationToken: Ct);
        await Papers.RepairTrigramsAsync(new SweepOptions { From = begun.Next }, cancellationToken: Ct);
        await FailsAsync("no repair has worked through the table");
    }

    [Fact]
    public async Task RepairInParts_CountsWhenAllPartsAreDone()
    {
        await Consumer(Db).BeginAsync(Ct);
        await Papers.PutAsync(Graphs, Ct);
        for (var segment = 0; segment < 3; segment++)
        {
            await FailsAsync("no repair has worked through the table");
            string? next = null;
            do
            {
                var options = new SweepOptions { Segment = segment, Segments = 3, MaxCapacityUnits = 0.5, From = next };
                next = (await Papers.RepairTrigramsAsync(options, cancellationToken: Ct)).Next;
            }
            while (next is not null);
        }

        Assert.Equal(["1"], await FindAsync("raph"));
    }

    [Fact]
    public async Task AnotherConsumer_NeedsARepair()
    {
        await Papers.PutAsync(Graphs, Ct);
        await BeginAsync(Db);
        Assert.Equal(["1"], await FindAsync("raph"));

        // The first one again: nothing has passed by.
        await Consumer(Db).BeginAsync(Ct);
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["1"], await FindAsync("raph"));

        // A repair that began before it does not count.
        var part = await Papers.RepairTrigramsAsync(new SweepOptions { PageSize = 1, MaxCapacityUnits = 0.5 }, cancellationToken: Ct);
        await StreamConsumer.For<Paper>(Db, new StreamConsumerOptions { Name = "other" }).AddTrigramMaterializer<Paper>()
            .BeginAsync(Ct);
        await Papers.RepairTrigramsAsync(new SweepOptions { From = part.Next }, cancellationToken: Ct);
        using var client = new DynamoClient(new Undisposed(Engine));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => FindAsync(client, "raph"));
        Assert.Contains("since the consumer 'other' began", error.Message, StringComparison.Ordinal);

        // A program that runs sees it within a minute.
        Clock.Advance(TimeSpan.FromMinutes(1));
        await FailsAsync("since the consumer 'other' began");

        // The former one is back, where it was. It does not make the index one that is complete, nor does it set the repair back.
        await Consumer(Db).BeginAsync(Ct);
        await FailsAsync("since the consumer 'other' began");
        await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        await Consumer(Db).BeginAsync(Ct);
        Assert.Equal(["1"], await FindAsync(client, "raph"));
    }

    [Fact]
    public async Task TwoRepairsAtOnce_BothCount()
    {
        await Consumer(Db).BeginAsync(Ct);
        await Papers.PutAsync(Graphs, Ct);
        var small = new SweepOptions { PageSize = 1, MaxCapacityUnits = 0.5 };
        var first = await Papers.RepairTrigramsAsync(small, cancellationToken: Ct);
        Assert.NotNull((await Papers.RepairTrigramsAsync(small, cancellationToken: Ct)).Next);
        Assert.Null((await Papers.RepairTrigramsAsync(new SweepOptions { From = first.Next }, cancellationToken: Ct)).Next);
        Assert.Equal(["1"], await FindAsync("raph"));
    }

    [Fact]
    public async Task TextThatIsNotARepairs_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Papers.RepairTrigramsAsync(new SweepOptions { From = "items" }, cancellationToken: Ct));

    private async Task FailsAsync(string reason)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => FindAsync("raph"));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("'Paper.Journal+Title'", error.Message, StringComparison.Ordinal);
    }
}
