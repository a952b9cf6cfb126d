using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Schema;

namespace AotShop.Steps;

/// <summary>Makes the tables that the item types declare, where two types share one table; in the end lists and deletes them.</summary>
internal static class Tables
{
    private static readonly IReadOnlyList<TableDefinition> All = TableDefinition.ForAll(DynamoModels.All);

    public static async Task CreateAsync(DynamoClient db)
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Book>(), TableModel.Of<Review>()));
        await db.EnsureTablesAsync(All);
    }

    public static async Task DeleteAsync(DynamoClient db)
    {
        Expect.Equal(All.Count, await CountAsync(db));
        foreach (var table in All)
            Expect.True(await db.DeleteTableAsync(table));
        Expect.True(!await db.DeleteTableAsync(All[0]));
        Expect.Equal(0, await CountAsync(db));
    }

    private static async Task<int> CountAsync(DynamoClient db)
    {
        var count = 0;
        await foreach (var name in db.ListTablesAsync())
            count += name.Length > 0 ? 1 : 0;
        return count;
    }
}
