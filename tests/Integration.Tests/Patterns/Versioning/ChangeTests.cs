using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>Changes that are applied again after a conflict, and versions that are restored.</summary>
public sealed class ChangeTests : VersionTestBase
{
    [Fact]
    public async Task Change_IsAppliedToTheLatestVersion()
    {
        await SavedAsync(2);
        var changed = await Formulas.UpdateVersionAsync(Orders, f => f with { Count = f.Count + 5 }, by: "dan", cancellationToken: Ct);
        Assert.Equal((3, 5, "v2", "author 1", "dan"),
            (changed.Version, changed.Count, changed.Text, changed.CreatedBy, changed.UpdatedBy));

        var page = new WikiPage { Site = "s", Path = "p", Title = "one" };
        await Pages.SaveVersionAsync(page, cancellationToken: Ct);
        var second = await Pages.UpdateVersionAsync(
            WikiPage.History("s", "p"),
            p =>
            {
                p.Title += "!";
                return p;
            },
            cancellationToken: Ct);
        Assert.Equal((2, "one!"), (second.Version, second.Title));
    }

    [Fact]
    public async Task Change_ThatWaited_ReadsAgain()
    {
        // Others save while this one waits, so what a conflict returned before a wait always loses.
        await SavedAsync(1);
        using var client = new DynamoClient(Engine, new DynamoClientOptions { Jitter = SaveAsAnother });
        var calls = 0;
        var changed = await client.Table<Formula>().UpdateVersionAsync(
            Orders,
            f =>
            {
                if (++calls <= 2)
                    SaveAsAnother();
                return f with { Text = "mine" };
            },
            by: "dan",
            maxAttempts: 3,
            Ct);
        Assert.Equal((3, 5, "mine"), (calls, changed.Version, changed.Text));
    }

    [Fact]
    public async Task Change_IsRefused_WithoutAnItemOrToAnotherOne()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Formulas.UpdateVersionAsync(Orders, f => f, "ann", cancellationToken: Ct));
        await SavedAsync(1);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Formulas.UpdateVersionAsync(Orders, f => f with { Name = "other" }, "ann", cancellationToken: Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Formulas.UpdateVersionAsync(Orders, _ => null!, "ann", cancellationToken: Ct));
    }

    [Fact]
    public async Task OldVersion_IsRestoredAsANewOne()
    {
        await SavedAsync(3);
        var restored = await Formulas.RestoreVersionAsync(Orders, 1, by: "dan", Ct);
        Assert.Equal((4, "v1", "dan", "author 1", Start), (
            restored.Version, restored.Text, restored.UpdatedBy, restored.CreatedBy, restored.CreatedAt));
        Assert.Equal(["v1", "v2", "v3", "v1"], (await Formulas.QueryVersions(Orders).ToListAsync(Ct)).Select(static f => f.Text));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Formulas.RestoreVersionAsync(Orders, 9, by: "dan", Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Formulas.RestoreVersionAsync(Orders, 1, cancellationToken: Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Formulas.RestoreVersionAsync(Orders, 0, by: "dan", Ct));
    }

    [Fact]
    public async Task History_IsDeleted_AndTheCopyGoesLast()
    {
        await SavedAsync(5);
        await SavedAsync(1, "other");
        Assert.Equal(5, await Formulas.DeleteHistoryAsync(Orders, Ct));
        Assert.Equal(0, await Formulas.DeleteHistoryAsync(Orders, Ct));
        Assert.Equal(2, (await StoredItemsAsync("formulas")).Count);

        // Interrupted after some versions, the latest one can be read, saved and deleted.
        await SavedAsync(5);
        await Db.BatchWriteAsync(
            [Formulas.Delete(Orders.KeyOf(1)).BypassVersionControl(), Formulas.Delete(Orders.KeyOf(2)).BypassVersionControl()], Ct);
        Assert.Equal("v5", (await Formulas.GetLatestAsync(Orders, true, Ct))!.Text);
        Assert.Equal(3, await Formulas.DeleteHistoryAsync(Orders, Ct));
        Assert.Equal(2, (await StoredItemsAsync("formulas")).Count);
    }

    [Fact]
    public async Task OldVersions_ArePruned_ByNumberAndByTime()
    {
        await SavedAsync(6);
        Assert.Equal(2, await Formulas.PruneVersionsAsync(Orders, keep: 4, Ct));
        Assert.Equal(0, await Formulas.PruneVersionsAsync(Orders, keep: 4, Ct));
        Assert.Equal([3, 4, 5, 6], (await Formulas.QueryVersions(Orders).ToListAsync(Ct)).Select(static f => f.Version));

        // Version 5 was saved four minutes after the start.
        Assert.Equal(2, await Formulas.PruneVersionsAsync(Orders, Start + (4 * Minute), Ct));
        Assert.Equal([5, 6], (await Formulas.QueryVersions(Orders).ToListAsync(Ct)).Select(static f => f.Version));
        Assert.Equal(1, await Formulas.PruneVersionsAsync(Orders, Start.AddYears(1), Ct));
        var latest = (await Formulas.GetLatestAsync(Orders, true, Ct))!;
        Assert.Equal((6, Start), (latest.Version, latest.CreatedAt));
        Assert.Equal(7, (await Formulas.SaveVersionAsync(latest, "ann", Ct)).Version);

        await Pages.SaveVersionAsync(new WikiPage { Site = "s", Path = "p" }, cancellationToken: Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Pages.PruneVersionsAsync(WikiPage.History("s", "p"), Start, Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pages.PruneVersionsAsync(WikiPage.History("s", "p"), 0, Ct));
    }

    private double SaveAsAnother()
    {
        // An engine in memory does not wait.
        var save = Formulas.UpdateVersionAsync(Orders, static f => f with { Count = f.Count + 1 }, by: "eve", cancellationToken: Ct);
        Assert.True(save.IsCompletedSuccessfully);
        return 0;
    }
}
