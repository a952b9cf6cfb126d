using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>Saves that lose a race, and saves that are sent twice.</summary>
public sealed class VersionConflictTests : VersionTestBase
{
    [Fact]
    public async Task LostRace_ThrowsWithBothVersions_AndWritesNothing()
    {
        var first = await SavedAsync(1);
        await Formulas.SaveVersionAsync(first with { Text = "won" }, by: "ben", Ct);

        var conflict = await Assert.ThrowsAsync<VersionConflictException>(
            () => Formulas.SaveVersionAsync(first with { Text = "lost" }, by: "cat", Ct));
        Assert.Equal((1, 2), (conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal(("orders", "0"), (conflict.PartitionKey.Text, conflict.SortKey.Number));
        var current = conflict.CurrentItem<Formula>()!;
        Assert.Equal((2, "won", first.CreatedBy), (current.Version, current.Text, current.CreatedBy));
        Assert.Contains("The latest version is 2, but the save expected 1.", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await StoredItemsAsync("formulas")).Count);
    }

    [Fact]
    public async Task NewItem_ThatExists_IsAConflict()
    {
        await SavedAsync(2);
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(
            () => Formulas.SaveVersionAsync(new Formula { Name = "orders", Text = "x" }, by: "ann", Ct));
        Assert.Equal((0, 2), (conflict.ExpectedVersion, conflict.ActualVersion));
    }

    [Fact]
    public async Task VersionOfADeletedHistory_IsAConflict()
    {
        var last = await SavedAsync(2);
        Assert.Equal(2, await Formulas.DeleteHistoryAsync(Orders, Ct));
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(() => Formulas.SaveVersionAsync(last, by: "ann", Ct));
        Assert.Equal((2, null, null), (conflict.ExpectedVersion, conflict.ActualVersion, conflict.CurrentItem<Formula>()));
        Assert.Contains("there is no version", conflict.Message, StringComparison.Ordinal);
        Assert.Empty(await StoredItemsAsync("formulas"));
    }

    [Fact]
    public async Task ExpectedVersionOfACaller_WinsOverTheItems()
    {
        var last = await SavedAsync(2);
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(
            () => Formulas.SaveVersion(last).IfLatestVersion(1).ExecuteAsync(Ct));
        Assert.Equal((1, 2), (conflict.ExpectedVersion, conflict.ActualVersion));

        var saved = await Formulas.SaveVersion(last with { Version = 0 }).By("ben").IfLatestVersion(2).ExecuteAsync(Ct);
        Assert.Equal((3, 3), (saved.Version, saved.Item.Version));
    }

    [Fact]
    public async Task VersionWrittenByHand_StopsTheSave()
    {
        var last = await SavedAsync(1);
        await Formulas.Put(last with { Version = 2, Text = "by hand" }).BypassVersionControl().ExecuteAsync(Ct);
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(() => Formulas.SaveVersionAsync(last, by: "ann", Ct));
        Assert.Equal((1, 1), (conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Contains("without version control", conflict.Message, StringComparison.Ordinal);

        // To try again would not help, and the next attempt would not find what the first one found.
        conflict = await Assert.ThrowsAsync<VersionConflictException>(
            () => Formulas.UpdateVersionAsync(Orders, f => f with { Text = "b" }, by: "ann", cancellationToken: Ct));
        Assert.Contains("without version control", conflict.Message, StringComparison.Ordinal);

        // Without its copy, a first version may be left over.
        await Formulas.Put(last with { Name = "left", Version = 1 }).BypassVersionControl().ExecuteAsync(Ct);
        conflict = await Assert.ThrowsAsync<VersionConflictException>(
            () => Formulas.SaveVersionAsync(new Formula { Name = "left", Text = "x" }, by: "ann", Ct));
        Assert.Equal((0, null), (conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal(1, await Formulas.DeleteHistoryAsync(Formula.History("left"), Ct));
        await Formulas.SaveVersionAsync(new Formula { Name = "left", Text = "x" }, by: "ann", Ct);
    }

    [Fact]
    public async Task SaveWithAnId_IsRecognized()
    {
        var formula = new Formula { Name = "orders", Text = "a" };
        var first = await Formulas.SaveVersion(formula).By("ann").WithWriteId("message-1").ExecuteAsync(Ct);

        // Another process sends the same message again: from the same item, or from what it reads now.
        Clock.Advance(Minute);
        var again = await Formulas.SaveVersion(formula).By("ann").WithWriteId("message-1").ExecuteAsync(Ct);
        Assert.Equal((1, first.Item.UpdatedAt), (again.Version, again.Item.UpdatedAt));
        again = await Formulas.SaveVersion(first.Item).By("ann").WithWriteId("message-1").ExecuteAsync(Ct);
        Assert.Equal((1, first.Item.UpdatedAt), (again.Version, again.Item.UpdatedAt));

        // After other saves, the version still knows.
        await Formulas.SaveVersion(first.Item).By("ben").WithWriteId("message-2").ExecuteAsync(Ct);
        again = await Formulas.SaveVersion(formula).By("ann").WithWriteId("message-1").ExecuteAsync(Ct);
        Assert.Equal(1, again.Version);
        await Assert.ThrowsAsync<VersionConflictException>(
            () => Formulas.SaveVersion(formula).By("cat").WithWriteId("message-3").ExecuteAsync(Ct));
        Assert.Equal(3, (await StoredItemsAsync("formulas")).Count);

        // From an item that was read after other saves, it is a save of its own: the docs say so.
        var later = (await Formulas.GetLatestAsync(Orders, true, Ct))!;
        again = await Formulas.SaveVersion(later).By("ann").WithWriteId("message-1").ExecuteAsync(Ct);
        Assert.Equal(3, again.Version);
    }

    [Fact]
    public async Task ExpiredHistory_CanBeginAnew()
    {
        var formula = new Formula { Name = "orders", Text = "a", ExpiresAt = Start + Minute };
        await Formulas.SaveVersionAsync(formula, by: "ann", Ct);
        Clock.Advance(2 * Minute);
        Assert.Null(await Formulas.GetLatestAsync(Orders, true, Ct));
        var again = await Formulas.SaveVersionAsync(formula with { Text = "b", ExpiresAt = null }, by: "ben", Ct);
        Assert.Equal((1, "ben", Start + (2 * Minute)), (again.Version, again.CreatedBy, again.CreatedAt));
    }
}
