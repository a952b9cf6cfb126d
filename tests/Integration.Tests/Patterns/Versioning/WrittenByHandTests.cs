using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>Only saves write versions. What else would write them is refused before anything is sent.</summary>
public sealed class WrittenByHandTests : VersionTestBase
{
    private static readonly Formula Item = new() { Name = "orders", Text = "x" };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Writes_AreRefused(int version)
    {
        var item = Item with { Version = version };
        var key = Formula.Key("orders", version);
        await RefusedAsync<InvalidOperationException>(() => Formulas.PutAsync(item, Ct));
        await RefusedAsync<InvalidOperationException>(() => Formulas.CreateAsync(item, Ct));
        await RefusedAsync<InvalidOperationException>(() => Formulas.DeleteAsync(key, Ct));
        await RefusedAsync<InvalidOperationException>(() => Formulas.DeleteAsync(item, Ct));
        await RefusedAsync<InvalidOperationException>(() => Formulas.Update(key).Set(f => f.Text, "y").ExecuteAsync(Ct));
        await RefusedAsync<ArgumentException>(() => Db.BatchWriteAsync([Formulas.Put(item)], Ct));
        await RefusedAsync<ArgumentException>(() => Db.BatchWriteAsync([Formulas.Delete(key)], Ct));
        await RefusedAsync<ArgumentException>(() => Db.TransactWriteAsync([Formulas.Put(item)], Ct));
        await RefusedAsync<ArgumentException>(() => Db.TransactWriteAsync([Formulas.Update(key).Set(f => f.Text, "y")], Ct));
        await RefusedAsync<ArgumentException>(() => Db.TransactWriteAsync([Formulas.Delete(key)], Ct));
        Assert.Throws<InvalidOperationException>(() => Formulas.Put(item).Preview());
    }

    [Fact]
    public async Task Version0_IsRefused_EvenIfVersionControlIsBypassed()
    {
        var key = Formula.Key("orders", 0);
        await RefusedAsync<InvalidOperationException>(() => Formulas.Put(Item).BypassVersionControl().ExecuteAsync(Ct));
        await RefusedAsync<InvalidOperationException>(() => Formulas.Delete(key).BypassVersionControl().ExecuteAsync(Ct));
        await RefusedAsync<InvalidOperationException>(
            () => Formulas.Update(key).Set(f => f.Text, "y").BypassVersionControl().ExecuteAsync(Ct));
        await RefusedAsync<ArgumentException>(() => Db.BatchWriteAsync([Formulas.Put(Item).BypassVersionControl()], Ct));
        await RefusedAsync<ArgumentException>(() => Db.TransactWriteAsync([Formulas.Put(Item).BypassVersionControl()], Ct));

        var page = new WikiPage { Site = "s", Path = "p" };
        await RefusedAsync<InvalidOperationException>(() => Pages.Put(page).BypassVersionControl().ExecuteAsync(Ct));
    }

    [Theory]
    [InlineData("latestVersion")]
    [InlineData("_writeId")]
    [InlineData("createdBy")]
    public void ReservedNames_AreRefusedInUpdates(string name)
    {
        var update = Formulas.Update(Formula.Key("orders", 1)).BypassVersionControl();
        Assert.Throws<ArgumentException>(() => update.Set(new Attribute<string, StringConverter>(name), "x"));
        Assert.Throws<ArgumentException>(() => update.Remove(new Attribute<string, StringConverter>(name)));
    }

    [Fact]
    public async Task NumberedVersions_CanBeRepaired()
    {
        var last = await SavedAsync(2);
        await Formulas.Update(Orders.KeyOf(1)).Set(f => f.Text, "repaired").BypassVersionControl().ExecuteAsync(Ct);
        await Db.TransactWriteAsync([Formulas.Put(last with { Version = 3 }).BypassVersionControl()], Ct);
        await Db.BatchWriteAsync([Formulas.Delete(Orders.KeyOf(3)).BypassVersionControl()], Ct);
        Assert.Equal(["repaired", "v2"], (await Formulas.QueryVersions(Orders).ToListAsync(Ct)).Select(static f => f.Text));

        // A condition writes nothing.
        var check = Formulas.Check(Orders.LatestKey).If(f => f.Text == "v2");
        await Db.TransactWriteAsync([check, Formulas.Put(last with { Version = 3 }).BypassVersionControl()], Ct);
    }

    private async Task RefusedAsync<TError>(Func<Task> write)
        where TError : Exception
    {
        var error = await Assert.ThrowsAsync<TError>(write);
        Assert.Contains("ersion", error.Message, StringComparison.Ordinal);
        Assert.Empty(await StoredItemsAsync("formulas"));
        Assert.Empty(await StoredItemsAsync("wiki"));
    }
}
