using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Schema;

namespace AotShop.Steps;

/// <summary>Makes the tables that the item types declare: two types share one table.</summary>
internal static class Tables
{
    public static async Task CreateAsync(DynamoClient db)
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Book>(), TableModel.Of<Review>()));
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Basket>()));
    }
}
