using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Versions: saved, read, changed, restored and deleted.</summary>
internal static class Versions
{
    public static async Task RunAsync(DynamoClient db)
    {
        var recipes = db.Table<Recipe>();
        var bread = Recipe.History("bread");
        var first = await recipes.SaveVersionAsync(new Recipe { Name = "bread", Text = "flour" }, by: "ann");
        Expect.Equal("1, ann, ann", $"{first.Version}, {first.CreatedBy}, {first.Cook}");
        var second = await recipes.UpdateVersionAsync(bread, r => r with { Text = r.Text + ", water" }, by: "ben");
        Expect.Equal(second, (await recipes.GetLatestAsync(bread, consistentRead: true))!);
        Expect.Equal("flour", (await recipes.GetVersionAsync(bread, 1, consistentRead: true))!.Text);
        Expect.True(!(await recipes.GetVersion(bread, 9).ExecuteAsync()).HasItem);

        try
        {
            await recipes.SaveVersionAsync(first with { Text = "stone" }, by: "cat");
            throw new InvalidOperationException("An outdated recipe was saved.");
        }
        catch (VersionConflictException conflict)
        {
            Expect.Equal("1, 2", $"{conflict.ExpectedVersion}, {conflict.ActualVersion}");
            Expect.Equal("flour, water", conflict.CurrentItem<Recipe>()!.Text);
        }

        var save = recipes.SaveVersion(second).By("cat").IfLatestVersion(2).WithWriteId("message-1")
            .Require(recipes.Check(bread.KeyOf(1)).IfExists())
            .ReturnConsumedCapacity();
        Expect.True(save.Preview().Json.Contains("\"latestVersion\"", StringComparison.Ordinal));
        var third = await save.ExecuteAsync();
        Expect.Equal(3L, third.Version);
        Expect.True(third.ConsumedCapacity!.CapacityUnits >= 4);
        Expect.Equal("flour", (await recipes.RestoreVersionAsync(bread, 1, by: "dan")).Text);

        Expect.Equal(4L, await recipes.QueryVersions(bread).Descending().CountAsync());
        Expect.Equal(1L, await recipes.Query(Recipe.Partition("bread")).Latest().CountAsync());
        Expect.Equal(1L, await recipes.Scan().Latest().CountAsync());
        Expect.Equal(1, (await recipes.Query(Recipe.Index.ByCook("dan")).ToListAsync()).Count);
        Expect.Equal(1L, await recipes.Query(Recipe.Index.ByKitchen("main")).Latest().CountAsync());
        Expect.Equal(4, (await recipes.GetLatest(bread).ConsistentRead().ExecuteAsync()).Item!.Version);

        await recipes.Update(bread.KeyOf(2)).Set(r => r.Text, "?").BypassVersionControl().ExecuteAsync();
        Expect.Equal(1, await recipes.PruneVersionsAsync(bread, keep: 3));
        Expect.Equal(2, await recipes.PruneVersionsAsync(bread, savedBefore: DateTimeOffset.UtcNow.AddDays(1)));
        Expect.Equal(1, await recipes.DeleteHistoryAsync(bread));
    }
}
