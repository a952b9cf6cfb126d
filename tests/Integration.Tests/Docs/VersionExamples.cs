using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns.Versioning;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/versions.md</c> run; a test compares them with the page.</summary>
public sealed class VersionExamples : VersionTestBase
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Versions_AreSavedAndRead()
    {
        var (db, formulas) = (Db, Formulas);

        // example: save
        var formula = new Formula { Name = "revenue", Text = "price * count" };
        var first = await formulas.SaveVersionAsync(formula, by: "ann", ct);            // version 1 and version 0, its copy
        var second = await formulas.SaveVersionAsync(first with { Text = "price * sold" }, by: "ben", ct);
        // end

        Assert.Equal((0, 1, 2), (formula.Version, first.Version, second.Version));

        // example: read
        var revenue = Formula.History("revenue");                                       // the key without the version
        var latest = await formulas.GetLatestAsync(revenue, cancellationToken: ct);     // one GetItem of version 0
        var old = await formulas.GetVersionAsync(revenue, 1, cancellationToken: ct);

        Console.WriteLine($"version {latest!.Version} of {latest.CreatedAt} by {latest.CreatedBy}");    // version 2 of … by ann
        // end

        Assert.Equal((2, "ann", "price * count"), (latest.Version, latest.CreatedBy, old!.Text));

        // example: history
        await foreach (var version in formulas.QueryVersions(revenue).Descending().Limit(10))
            Console.WriteLine($"{version.Version}: {version.Text}, by {version.UpdatedBy}");

        var page = await formulas.QueryVersions(revenue, from: 1, to: 100).Limit(20).GetPageAsync(cancellationToken: ct);
        // end

        Assert.Equal(2, page.Items.Count);

        // example: change
        var changed = await formulas.UpdateVersionAsync(
            revenue, f => f with { Count = f.Count + 1 }, by: "cat", cancellationToken: ct);
        // end

        Assert.Equal((3, 1), (changed.Version, changed.Count));

        // example: conflict
        try
        {
            await formulas.SaveVersionAsync(second with { Text = "0" }, by: "dan", ct);
        }
        catch (VersionConflictException conflict)                // a TransactionCanceledException
        {
            // expected 2, found 3
            Console.WriteLine($"expected {conflict.ExpectedVersion}, found {conflict.ActualVersion}");
            latest = conflict.CurrentItem<Formula>();           // the latest version: no second read
        }

        // end
        Assert.Equal(3, latest!.Version);
        var versionOfBrowser = 3;

        // example: options
        var saved = await formulas.SaveVersion(latest with { Text = "1" })
            .By("dan")
            .IfLatestVersion(versionOfBrowser)                  // what the user saw, not what the server read a moment ago
            .WithWriteId("message-17")                          // a second run of the same message changes nothing
            .ReturnConsumedCapacity()
            .ExecuteAsync(ct);
        Console.WriteLine($"version {saved.Version} took {saved.ConsumedCapacity!.CapacityUnits} units");

        var request = formulas.SaveVersion(saved.Item).Preview();               // what would be sent
        // end

        Assert.Equal(4, saved.Version);
        Assert.Equal(Transport.DynamoOperation.TransactWriteItems, request.Operation);

        var region = new Formula { Name = "region", Text = "" };
        await formulas.SaveVersionAsync(region, by: "ann", ct);

        // example: require
        var regionExists = formulas.Check(Formula.History("region").LatestKey).IfExists();
        try
        {
            var regional = saved.Item with { Text = "price * region" };
            saved = await formulas.SaveVersion(regional).By("dan").Require(regionExists).ExecuteAsync(ct);
        }
        catch (TransactWriteCanceledException canceled) when (canceled.ConditionFailed(regionExists))
        {
            Console.WriteLine("There is no region.");
        }

        // end
        Assert.Equal(5, saved.Version);
        await formulas.DeleteHistoryAsync(Formula.History("region"), ct);

        // example: restore
        var restored = await formulas.RestoreVersionAsync(revenue, version: 1, by: "eve", ct);      // version 6, with the text of version 1
        // end

        Assert.Equal((6, "price * count", "ann"), (restored.Version, restored.Text, restored.CreatedBy));

        // example: ordinary
        var versions = await formulas.Query(Formula.Partition("revenue")).ToListAsync(ct);          // 1 to 6, without version 0
        var all = await formulas.Scan().CountAsync(ct);                                             // the same: every version of every item
        var names = await formulas.Scan().Latest().ToListAsync(ct);                                 // each item once, as its latest version
        var current = await formulas.Query(Formula.Partition("revenue")).Latest().ToListAsync(ct);
        // end

        Assert.Equal((6, 6, 1, 1), (versions.Count, (int)all, names.Count, current.Count));
        await formulas.SaveVersionAsync(restored with { Owner = "team" }, by: "ann", ct);

        // example: indexes
        var owned = await formulas.Query(Formula.Index.ByOwner("team")).ToListAsync(ct);            // latest versions only
        var changes = await formulas.Query(Formula.Index.ByChange()).Descending().ToListAsync(ct);  // versions only
        var sums = await formulas.Query(Formula.Index.ByKind("sum")).Latest().CountAsync(ct);       // it holds both
        // end

        Assert.Equal((1, 7, 1), (owned.Count, changes.Count, sums));

        // example: together
        var (one, other) = await db.TransactGetAsync(formulas.GetLatest(revenue), formulas.GetVersion(revenue, 2), ct);
        // end

        Assert.Equal((7, 2), (one!.Version, other!.Version));

        // example: bypass
        await formulas.Update(revenue.KeyOf(2)).Set(f => f.Text, "removed").BypassVersionControl().ExecuteAsync(ct);
        // end

        // example: prune
        await formulas.PruneVersionsAsync(revenue, keep: 4, ct);                                    // the last four versions stay
        await formulas.PruneVersionsAsync(revenue, savedBefore: DateTimeOffset.UtcNow.AddDays(-30), ct);
        await formulas.DeleteHistoryAsync(revenue, ct);                                             // all versions, and version 0
        // end

        Assert.Empty(await StoredItemsAsync("formulas"));
    }
}
