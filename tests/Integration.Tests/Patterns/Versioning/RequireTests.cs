using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>Saves that depend on conditions on other items.</summary>
public sealed class RequireTests : VersionTestBase
{
    private static readonly ItemHistory<Formula> Other = Formula.History("other");

    [Fact]
    public async Task ConditionThatHolds_LetsTheSaveThrough()
    {
        await SavedAsync(1, "other");
        var last = await SavedAsync(1);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Draft>()), Ct);
        await Drafts.CreateAsync(new Draft { Id = "1", Title = "a" }, Ct);
        var saved = await Formulas.SaveVersion(last with { Text = "b" }).By("ben")
            .Require(Formulas.Check(Other.LatestKey).IfExists())
            .Require(Formulas.Check(Other.KeyOf(2)).IfNotExists())
            .Require(Drafts.Check(Draft.Key("1")).If(d => d.Title == "a"))
            .ReturnConsumedCapacity()
            .ExecuteAsync(Ct);

        Assert.Equal((2, "b"), (saved.Version, saved.Item.Text));
        // Two puts with their indexes, and three checks, one of them in another table.
        var alone = await Formulas.SaveVersion(saved.Item with { Text = "c" }).By("ben").ReturnConsumedCapacity().ExecuteAsync(Ct);
        Assert.Equal(alone.ConsumedCapacity!.CapacityUnits + 6, saved.ConsumedCapacity!.CapacityUnits);
    }

    [Fact]
    public async Task ConditionThatDoesNotHold_StopsTheSave_AndIsNoConflict()
    {
        var last = await SavedAsync(1);
        var exists = Formulas.Check(Other.LatestKey).IfExists();
        var absent = Formulas.Check(Other.KeyOf(7)).IfNotExists();
        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => Formulas.SaveVersion(last with { Text = "b" }).By("ben").Require(absent).Require(exists).ExecuteAsync(Ct));
        Assert.True(canceled.ConditionFailed(exists));
        Assert.False(canceled.ConditionFailed(absent));
        Assert.Equal(2, (await StoredItemsAsync("formulas")).Count);
        Assert.Equal("v1", (await Formulas.GetLatestAsync(Orders, true, Ct))!.Text);

        // A new item, too.
        exists = Formulas.Check(Other.LatestKey).IfExists();
        canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => Formulas.SaveVersion(new Formula { Name = "new", Text = "b" }).By("ben").Require(exists).ExecuteAsync(Ct));
        Assert.True(canceled.ConditionFailed(exists));
    }

    [Fact]
    public async Task LostRace_IsAConflict_WhateverElseFailed()
    {
        var first = await SavedAsync(1);
        await SavedAsync(1, "unrelated");
        await Formulas.SaveVersionAsync(first with { Text = "won" }, by: "ben", Ct);
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(() => Formulas.SaveVersion(first with { Text = "lost" }).By("cat")
            .Require(Formulas.Check(Other.LatestKey).IfExists())
            .ExecuteAsync(Ct));
        Assert.Equal((1, 2, "won"), (conflict.ExpectedVersion, conflict.ActualVersion, conflict.CurrentItem<Formula>()!.Text));
    }

    [Fact]
    public async Task ItemWithoutItsCreation_IsSaved_AndStillChecked()
    {
        var first = await SavedAsync(1);
        await SavedAsync(1, "other");
        // As if it was read as a version: the first attempt learns what version 0 has, and the second one checks again.
        var item = new Formula { Name = "orders", Version = 1, Text = "b" };
        var saved = await Formulas.SaveVersion(item).By("ben").Require(Formulas.Check(Other.LatestKey).IfExists()).ExecuteAsync(Ct);
        Assert.Equal((2, first.CreatedBy, first.CreatedAt), (saved.Version, saved.Item.CreatedBy, saved.Item.CreatedAt));

        var absent = Formulas.Check(Other.LatestKey).IfNotExists();
        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => Formulas.SaveVersion(item with { Version = 2 }).By("ben").Require(absent).ExecuteAsync(Ct));
        Assert.True(canceled.ConditionFailed(absent));
    }

    [Fact]
    public async Task SavesThatRequireEachOther_DoNotBothSucceed()
    {
        for (var round = 0; round < 20; round++)
        {
            var (a, b) = ($"a{round}", $"b{round}");
            var items = new[] { await SavedAsync(1, a), await SavedAsync(1, b) };
            var saved = await Task.WhenAll(SaveAsync(items[0], b), SaveAsync(items[1], a));
            Assert.Single(saved, static done => done);
        }

        Task<bool> SaveAsync(Formula item, string other) => Task.Run(
            async () =>
            {
                try
                {
                    await Formulas.SaveVersion(item with { Text = "changed" }).By("ann")
                        .Require(Formulas.Check(Formula.History(other).LatestKey).If(f => f.Text == "v1"))
                        .ExecuteAsync(Ct);
                    return true;
                }
                catch (TransactWriteCanceledException)
                {
                    return false;
                }
            },
            Ct);
    }

    [Fact]
    public async Task CheckOfTheItemItself_OrWithoutACondition_IsRefused()
    {
        var last = await SavedAsync(1);
        await Assert.ThrowsAsync<ArgumentException>(
            () => Formulas.SaveVersion(last).By("ben").Require(Formulas.Check(Orders.LatestKey).IfExists()).ExecuteAsync(Ct));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Formulas.SaveVersion(last).By("ben").Require(Formulas.Check(Other.LatestKey)).ExecuteAsync(Ct));
        Assert.Throws<ArgumentNullException>(() => Formulas.SaveVersion(last).Require<Formula>(null!));
    }
}
