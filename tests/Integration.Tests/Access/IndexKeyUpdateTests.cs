using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>An update of what an index's key is built from moves the item in the index, as a put of the whole item does.</summary>
public sealed class IndexKeyUpdateTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly Day = new(2026, 11, 28);

    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient db;

    public IndexKeyUpdateTests() => db = new DynamoClient(engine);

    private DynamoTable<Ticket> Tickets => db.Table<Ticket>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Ticket>()), Ct);
        await Tickets.PutAsync(new Ticket { Team = "a#b", Number = 1, Owner = "o", Due = Day, Rank = 2, Tags = ["t"], Log = ["l"] }, Ct);
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Members_OfComposedKeys_MoveTheItemInItsIndexes()
    {
        var result = await Update().Set(t => t.Status, RunStatus.Finished).Set(t => t.Owner, "p").ReturnNew().ExecuteAsync(Ct);
        Assert.Equal((RunStatus.Finished, "p"), (result.Item!.Status, result.Item.Owner));

        Assert.Equal(1, await Tickets.Query(Ticket.Index.ByStatus(RunStatus.Finished)).CountAsync(Ct));
        Assert.Equal(0, await Tickets.Query(Ticket.Index.ByStatus(RunStatus.Running)).CountAsync(Ct));
        Assert.Equal(
            1,
            await Tickets.Query(Ticket.Index.ByOwner("p"), Ticket.Index.ByOwnerSortKey.EqualTo("a#b", RunStatus.Finished)).CountAsync(Ct));
        Assert.Equal(0, await Tickets.Query(Ticket.Index.ByOwner("o")).CountAsync(Ct));
        await IsAsPutAsync();
    }

    [Fact]
    public async Task Members_OfOneKey_AreSetTogether()
    {
        await Update().Set(t => t.Due, Day.AddDays(1)).Set(t => t.Rank, 5).ExecuteAsync(Ct);

        var found = await Tickets.Query(
            Ticket.Index.ByStatus(RunStatus.Running), Ticket.Index.ByStatusSortKey.EqualTo(Day.AddDays(1), 5)).ToListAsync(Ct);
        Assert.Equal(5, Assert.Single(found).Rank);
        await IsAsPutAsync();
    }

    [Fact]
    public async Task Update_ThatCreatesAnItem_WritesTheKeysThatAreKnown()
    {
        await Create("b", 7).ExecuteAsync(Ct);
        await db.TransactWriteAsync([Create("c", 8)], Ct);

        Assert.Equal(1, await Tickets.Query(Ticket.Index.ByNumber(7)).CountAsync(Ct));
        Assert.Equal(1, await Tickets.Query(Ticket.Index.ByNumber(8)).CountAsync(Ct));
        var all = await Tickets.Query(Ticket.Index.All()).ToListAsync(Ct);
        Assert.Equal(["a#b", "b", "c"], all.Select(ticket => ticket.Team));

        Update<Ticket> Create(string team, int number) =>
            Tickets.Update(Ticket.Key(team, number)).Set(t => t.Due, Day).Set(t => t.Rank, 1).Set(t => t.Active, true);
    }

    [Fact]
    public async Task Update_ThatOnlyRemoves_WritesNoKeys()
    {
        await Update().Remove(t => t.Approved).ExecuteAsync(Ct);
        await IsAsPutAsync();
    }

    [Fact]
    public async Task Transactions_WriteTheKeysToo()
    {
        await db.TransactWriteAsync([Update().Set(t => t.Status, RunStatus.Failed)], Ct);
        Assert.Equal(1, await Tickets.Query(Ticket.Index.ByStatus(RunStatus.Failed)).CountAsync(Ct));
        await IsAsPutAsync();
    }

    [Fact]
    public async Task Member_OfAPlainKey_IsSet()
    {
        await Update().Set(t => t.Title, "new").ExecuteAsync(Ct);
        Assert.Equal(1, await Tickets.Query(Ticket.Index.ByTitle("new")).CountAsync(Ct));
        await IsAsPutAsync();
    }

    [Fact]
    public async Task Member_ThatIsRemoved_TakesTheItemOutOfTheIndex()
    {
        await Update().Set(t => t.Owner, null).ExecuteAsync(Ct);
        Assert.Equal(0, await Tickets.Query(Ticket.Index.ByOwner("o")).CountAsync(Ct));
        await IsAsPutAsync();
    }

    [Fact]
    public async Task Member_WithoutTheOthersOfItsKey_IsRefusedByTheirNames()
    {
        var before = await Tickets.GetAsync(Ticket.Key("a#b", 1), cancellationToken: Ct);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Update().Set(t => t.Due, Day).ExecuteAsync(Ct));
        Assert.Contains("'Due'", error.Message);
        Assert.Contains("'Rank'", error.Message);
        Assert.Contains("{Due}#{Rank}", error.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TransactWriteAsync([Update().Set(t => t.Rank, 3)], Ct));
        await IsAsPutAsync();
        Assert.Equal(before!.Rank, (await Tickets.GetAsync(Ticket.Key("a#b", 1), cancellationToken: Ct))!.Rank);
    }

    [Fact]
    public async Task Member_ThatTheServiceComputes_IsRefused()
    {
        var added = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Update().Add(t => t.Rank, 1).Set(t => t.Due, Day).ExecuteAsync(Ct));
        Assert.Contains("'rank' is computed", added.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Update().SetIfNotExists(t => t.Status, RunStatus.Failed).ExecuteAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Update().Set(t => t.Rank, t => t.Rank + 1).Set(t => t.Due, Day).ExecuteAsync(Ct));
    }

    [Fact]
    public async Task Elements_ThatAreNone_ChangeNothing()
    {
        List<string> none = [];
        await Update().Append(t => t.Log, none).Prepend(t => t.Log, []).Add(t => t.Tags, none).Take(t => t.Tags, []).ExecuteAsync(Ct);
        await Update().Append(t => t.Log, none).Set(t => t.Active, true).ExecuteAsync(Ct);
        var ticket = (await Tickets.GetAsync(Ticket.Key("a#b", 1), cancellationToken: Ct))!;
        Assert.Equal((true, "l", "t"), (ticket.Active, ticket.Log![0], Assert.Single(ticket.Tags)));

        // An update creates a missing item; one of nothing does not.
        await Tickets.Update(Ticket.Key("a#b", 9)).Append(t => t.Log, none).ExecuteAsync(Ct);
        await db.TransactWriteAsync([Tickets.Update(Ticket.Key("a#b", 9)).Append(t => t.Log), Update().Set(t => t.Votes, 4)], Ct);
        Assert.Null(await Tickets.GetAsync(Ticket.Key("a#b", 9), cancellationToken: Ct));
        Assert.Equal(4, (await Tickets.GetAsync(Ticket.Key("a#b", 1), cancellationToken: Ct))!.Votes);
    }

    [Fact]
    public async Task Elements_ThatAreNone_DoNotHideACondition()
    {
        var check = Tickets.Update(Ticket.Key("a#b", 1)).Append(t => t.Log).If(t => t.Active);
        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => db.TransactWriteAsync([check], Ct));
        Assert.True(error.ConditionFailed(check));
        Assert.Contains("nothing to change", (await Assert.ThrowsAsync<InvalidOperationException>(() => check.ExecuteAsync(Ct))).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Update().Append(t => t.Log).ReturnNew().ExecuteAsync(Ct));
    }

    [Fact]
    public async Task Paths_OfAnyDepth_AreUpdated()
    {
        await Tickets.PutAsync(
            new Ticket
            {
                Team = "a#b",
                Number = 1,
                Groups = { ["g"] = [new Place { City = "Bern" }] },
                Lists = [new() { ["k"] = 1 }],
                Deep = { ["x"] = new() { ["y"] = ["z"] } },
                Yearly = { [2026] = [1] },
            },
            Ct);
        List<double> more = [2, 3];
        var result = await Update()
            .Append(t => t.Groups["g"], new Place { City = "Basel" })
            .Set(t => t.Lists[0]["k"], t => t.Lists[0]["k"] + 6)
            .Add(t => t.Deep["x"]["y"], "w")
            .Append(t => t.Yearly[2026], more)
            .Set(t => t.Reached[RunStatus.Failed], true)
            .ReturnNew()
            .ExecuteAsync(Ct);
        var ticket = result.Item!;
        Assert.Equal(["Bern", "Basel"], ticket.Groups["g"].Select(place => place.City));
        Assert.Equal(7, ticket.Lists[0]["k"]);
        Assert.Equal(["w", "z"], ticket.Deep["x"]["y"].Order());
        Assert.Equal([1, 2, 3], ticket.Yearly[2026]);
        Assert.True(ticket.Reached[RunStatus.Failed]);
    }

    private Update<Ticket> Update() => Tickets.Update(Ticket.Key("a#b", 1));

    /// <summary>The item is in all indexes exactly where a put of it would put it.</summary>
    private async Task IsAsPutAsync()
    {
        var key = Ticket.Key("a#b", 1);
        var updated = await engine.ItemTextAsync("tickets", key, Ct);
        var item = (await Tickets.GetAsync(key, cancellationToken: Ct))!;
        await Tickets.PutAsync(item, Ct);
        Assert.Equal(await engine.ItemTextAsync("tickets", key, Ct), updated);
    }
}
