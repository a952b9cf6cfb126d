using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>A worker of a family, and one of a type of it: searches fail if either may have missed changes.</summary>
public sealed class UpkeepFamilyTests : PatternTests
{
    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Work>(), TableModel.Of<Poem>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
        await Db.Table<Poem>().PutAsync(new Poem { Id = "1", Title = "Ode" }, Ct);
    }

    [Fact]
    public async Task WorkerOfAType_MayHaveMissedWhatTheFormerWorkerOfTheFamilyHadNotHandled()
    {
        await BeginAsync<Work>("family");
        await RepairAsync<Work>();
        Assert.Equal((1, 1), (await CountAsync<Poem>(Poem.Trigrams.Title()), await CountAsync<Work>(Work.Trigrams.Title())));

        await Db.Table<Poem>().PutAsync(new Poem { Id = "2", Title = "Ode" }, Ct);
        await BeginAsync<Poem>("poems");
        await FailsAsync("RepairTrigramsAsync<Poem>", () => CountAsync(Poem.Trigrams.Title()));
        await FailsAsync("RepairTrigramsAsync<Work>", () => CountAsync(Work.Trigrams.Title()));
        await RepairAsync<Poem>();
        await FailsAsync("RepairTrigramsAsync<Work>", () => CountAsync(Poem.Trigrams.Title()));
        await RepairAsync<Work>();
        Assert.Equal((2, 2), (await CountAsync<Poem>(Poem.Trigrams.Title()), await CountAsync<Work>(Work.Trigrams.Title())));

        // Neither has missed anything since.
        await BeginAsync<Work>("family");
        await BeginAsync<Poem>("poems");
        Assert.Equal((2, 2), (await CountAsync<Poem>(Poem.Trigrams.Title()), await CountAsync<Work>(Work.Trigrams.Title())));
    }

    [Fact]
    public async Task WorkerOfTheFamily_MayHaveMissedWhatTheFormerWorkerOfATypeHadNotHandled()
    {
        await BeginAsync<Poem>("poems");
        await RepairAsync<Poem>();
        Assert.Equal(1, await CountAsync(Poem.Trigrams.Title()));

        await Db.Table<Poem>().PutAsync(new Poem { Id = "2", Title = "Ode" }, Ct);
        await BeginAsync<Work>("family");
        await FailsAsync("RepairTrigramsAsync<Work>", () => CountAsync(Poem.Trigrams.Title()));
        await RepairAsync<Work>();
        Assert.Equal(2, await CountAsync(Poem.Trigrams.Title()));
    }

    private Task BeginAsync<T>(string consumer)
        where T : ITrigramItem<T> => StreamConsumer.For<T>(Db, new StreamConsumerOptions { Name = consumer })
        .AddTrigramMaterializer<T>().BeginAsync(Ct);

    private Task RepairAsync<T>()
        where T : ITrigramItem<T> => Db.Table<T>().RepairTrigramsAsync(cancellationToken: Ct);

    private async Task<int> CountAsync<T>(TrigramScope<T> scope)
        where T : ITrigramItem<T>
    {
        // A client that knows nothing yet.
        using var client = new DynamoClient(new Undisposed(Engine));
        return (await client.Table<T>().Search(scope).Containing("Ode").ToListAsync(Ct)).Count;
    }

    private static async Task FailsAsync(string remedy, Func<Task> search)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(search);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
