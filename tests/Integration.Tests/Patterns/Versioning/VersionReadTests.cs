using DynamoToolkit.Borders;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>No read returns an item twice: as a version, and as the copy of the latest one.</summary>
public sealed class VersionReadTests : VersionTestBase
{
    [Fact]
    public async Task Versions_AreQueried_InBothDirectionsByPages()
    {
        await SavedAsync(5);
        await SavedAsync(1, "other");
        Assert.Equal([1, 2, 3, 4, 5], await Numbers(Formulas.QueryVersions(Orders)));
        Assert.Equal([5, 4, 3, 2, 1], await Numbers(Formulas.QueryVersions(Orders).Descending()));
        Assert.Equal([2, 3], await Numbers(Formulas.QueryVersions(Orders, from: 2, to: 3)));
        Assert.Equal([4, 5], await Numbers(Formulas.QueryVersions(Orders).Where(f => f.Text >= "v4")));
        Assert.Equal(5, await Formulas.QueryVersions(Orders).CountAsync(Ct));

        var page = await Formulas.QueryVersions(Orders).Descending().Limit(2).GetPageAsync(cancellationToken: Ct);
        Assert.Equal([5, 4], page.Items.Select(static f => f.Version));
        page = await Formulas.QueryVersions(Orders).Descending().Limit(2).GetPageAsync(page.Next, Ct);
        Assert.Equal([3, 2], page.Items.Select(static f => f.Version));
        page = await Formulas.QueryVersions(Orders).Descending().Limit(2).GetPageAsync(page.Next, Ct);
        Assert.Equal([1], page.Items.Select(static f => f.Version));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task OrdinaryReads_ReturnVersions_AndLatestTheCopies()
    {
        await SavedAsync(2);
        await SavedAsync(3, "other");
        Assert.Equal([1, 2], await Numbers(Formulas.Query(Formula.Partition("orders"))));
        Assert.Equal([2, 1], await Numbers(Formulas.Query(Formula.Partition("orders")).Descending()));
        Assert.Equal([1], await Numbers(Formulas.Query(Formula.Partition("orders"), Formula.SortKey.LessThan(2))));
        Assert.Equal(2, await Formulas.Query(Formula.Partition("orders")).CountAsync(Ct));
        Assert.Equal(1, (await Formulas.Query(Formula.Partition("orders")).FirstOrDefaultAsync(Ct))!.Version);
        Assert.Equal(5, await Formulas.Scan().CountAsync(Ct));
        Assert.Equal([1, 1, 2, 2, 3], (await Numbers(Formulas.Scan().InParallel(3))).Order());

        Assert.Equal([2, 3], (await Numbers(Formulas.Scan().Latest())).Order());
        Assert.Equal(2, await Formulas.Scan().Latest().CountAsync(Ct));
        Assert.Equal([2], await Numbers(Formulas.Query(Formula.Partition("orders")).Latest()));
        Assert.Equal([3], await Numbers(Formulas.Scan().Latest().Where(f => f.Text == "v3")));
    }

    [Fact]
    public async Task PartitionOfManyHistories_IsReadByVersionsOrByItems()
    {
        foreach (var path in new[] { "a", "b", "a#V1" })
        {
            var page = await Pages.SaveVersionAsync(new WikiPage { Site = "s", Path = path, Title = path }, "ann", Ct);
            await Pages.SaveVersionAsync(page, "ann", Ct);
        }

        Assert.Equal([1, 2], (await Pages.QueryVersions(WikiPage.History("s", "a")).ToListAsync(Ct)).Select(static p => (int)p.Version));
        Assert.Equal(6, await Pages.Query(WikiPage.Partition("s")).CountAsync(Ct));
        var latest = await Pages.Query(WikiPage.Partition("s")).Latest().ToListAsync(Ct);
        Assert.Equal([("a", 2), ("a#V1", 2), ("b", 2)], latest.Select(static p => (p.Path, (int)p.Version)));
    }

    [Fact]
    public async Task Indexes_HoldWhatTheyShould()
    {
        var formula = await SavedAsync(1);
        formula = await Formulas.SaveVersionAsync(formula with { Owner = "team" }, "ann", Ct);
        await Formulas.SaveVersionAsync(formula with { Text = "last" }, "ann", Ct);

        // Only the latest, without asking; and as the type says it.
        var owned = Assert.Single(await Formulas.Query(Formula.Index.ByOwner("team")).ToListAsync(Ct));
        Assert.Equal((3, "last", "author 1"), (owned.Version, owned.Text, owned.CreatedBy));
        Assert.Equal(1, await Formulas.Query(Formula.Index.ByOwner("team")).Latest().CountAsync(Ct));

        // Only the versions.
        Assert.Equal([1, 2, 3], await Numbers(Formulas.Query(Formula.Index.ByChange())));
        Assert.Throws<InvalidOperationException>(() => Formulas.Query(Formula.Index.ByChange()).Latest());

        // Both: the versions, or the copies. It holds what tells them apart, although that was not included.
        Assert.Equal(3, await Formulas.Query(Formula.Index.ByKind("sum")).CountAsync(Ct));
        Assert.Equal(1, await Formulas.Query(Formula.Index.ByKind("sum")).Latest().CountAsync(Ct));
        Assert.Contains("latestVersion", TableModel.Of<Formula>().FindIndex("byKind")!.IncludedAttributes);
    }

    [Fact]
    public async Task KeyOfAnIndex_LeavesItWithTheNextVersion()
    {
        var formula = await Formulas.SaveVersionAsync(new Formula { Name = "orders", Text = "a", Owner = "team" }, "ann", Ct);
        await Formulas.SaveVersionAsync(formula with { Owner = "others" }, "ann", Ct);
        Assert.Empty(await Formulas.Query(Formula.Index.ByOwner("team")).ToListAsync(Ct));
        Assert.Single(await Formulas.Query(Formula.Index.ByOwner("others")).ToListAsync(Ct));
    }

    [Fact]
    public async Task SeveralTypesTogether_ReturnEachItemOnce()
    {
        await SavedAsync(2);
        var kinds = new ItemKinds<object>().Add<Formula>();
        Assert.Equal([1, 2], (await Formulas.Scan().As(kinds).ToListAsync(Ct)).Cast<Formula>().Select(static f => f.Version));
        Assert.Equal(2, await Formulas.Scan().As(kinds).CountAsync(Ct));
        Assert.Equal([2], (await Formulas.Scan().Latest().As(kinds).ToListAsync(Ct)).Cast<Formula>().Select(static f => f.Version));
        Assert.Equal(1, await Formulas.Scan().Latest().As(kinds).CountAsync(Ct));
    }

    [Fact]
    public async Task BatchesAndTransactions_ReadTheLatest()
    {
        await SavedAsync(2);
        await SavedAsync(1, "other");
        var (first, second) = await Db.TransactGetAsync(
            Formulas.GetLatest(Orders), Formulas.Get(Orders.KeyOf(1)), Ct);
        Assert.Equal((2, 1), (first!.Version, second!.Version));
        var batch = await Formulas.BatchGetAsync([Orders.LatestKey, Formula.History("other").LatestKey], Ct);
        Assert.Equal([1, 2], batch.Items.Select(static f => f.Version).Order());
    }

    [Fact]
    public async Task ExpiredVersions_AreHidden()
    {
        var formula = await SavedAsync(1);
        await Formulas.SaveVersionAsync(formula with { ExpiresAt = Clock.GetUtcNow() + Minute }, "ann", Ct);
        Clock.Advance(2 * Minute);
        Assert.Null(await Formulas.GetLatestAsync(Orders, true, Ct));
        Assert.Equal([1], await Numbers(Formulas.QueryVersions(Orders)));
        Assert.Equal(2, await Formulas.DeleteHistoryAsync(Orders, Ct));
    }

    /// <summary>As the source's migration leaves it: only the latest version and its copy have the sets that versions never stored.</summary>
    [Fact]
    public async Task MigratedData_OfWhichOnlyTheLatestVersionHasMembers_IsRead()
    {
        var migrated = new Formula { Name = "orders", Version = 2, Text = "two", UpdatedBy = "ann", UpdatedAt = Start };
        await Formulas.Put(migrated with { Version = 1, Text = "one" }).BypassVersionControl().ExecuteAsync(Ct);
        await Formulas.Put(migrated with { Dimensions = ["city"] }).BypassVersionControl().ExecuteAsync(Ct);
        await PutRawAsync("""
            {"name":{"S":"orders"},"version":{"N":"0"},"latestVersion":{"N":"2"},"text":{"S":"two"},"count":{"N":"0"},"kind":{"S":"sum"},
            "dimensions":{"SS":["city"]},"createdAt":{"S":"2018-02-15T18:23:45Z"},"createdBy":{"S":"mig"},"updatedAt":{"S":"2018-03-15T18:23:45Z"}}
            """);

        var latest = (await Formulas.GetLatestAsync(Orders, true, Ct))!;
        Assert.Equal((2, "mig", true), (latest.Version, latest.CreatedBy, latest.Dimensions!.SetEquals(["city"])));
        Assert.Null((await Formulas.GetVersionAsync(Orders, 1, true, Ct))!.Dimensions);
        var saved = await Formulas.SaveVersionAsync(latest with { Text = "three" }, "ben", Ct);
        Assert.Equal((3, "mig", new DateTimeOffset(2018, 2, 15, 18, 23, 45, default)), (saved.Version, saved.CreatedBy, saved.CreatedAt));
        Assert.Equal([false, true, true], (await Formulas.QueryVersions(Orders).ToListAsync(Ct)).Select(static f => f.Dimensions is not null));
    }

    [Fact]
    public async Task Copy_IsReadFromAttributes_AsTheLatestVersion()
    {
        await SavedAsync(2);
        var stored = DynamoJson.Deserialize<Formula>((await StoredItemsAsync("formulas"))[0]);
        Assert.Equal((2, "v2"), (stored.Version, stored.Text));
    }

    private static async Task<List<int>> Numbers(ItemSequence<Formula> formulas) =>
        [.. (await formulas.ToListAsync(Ct)).Select(static f => f.Version)];

    private async Task PutRawAsync(string item)
    {
        using var body = Wire.WireBuffer.Rent();
        body.Write(System.Text.Encoding.UTF8.GetBytes($$"""{"TableName":"formulas","Item":{{item}}}"""));
        using var response = await Engine.SendAsync(
            new Transport.DynamoRequest(Transport.DynamoOperation.PutItem, body.WrittenMemory, "formulas"), Ct);
    }
}
