using Amazon.DynamoDBv2.Model;
using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Every action of updates, and what they return.</summary>
internal static class Updates
{
    public static async Task RunAsync(DynamoClient db)
    {
        var books = db.Table<Book>();
        var key = Book.Key("updated");
        await books.PutAsync(Samples.Book("updated"));

        var updated = await books.Update(key)
            .Set(b => b.Title, "The Dispossessed")
            .Set(b => b.Price, b => b.Price.IfNotExists(1m) - 2.50m)
            .SetIfNotExists(b => b.Shelf, "A")
            .Add(b => b.Stock, -1)
            .Add(b => b.Subjects, "utopia")
            .Append(b => b.Awards, "Locus")
            .If(b => b.Stock > 0)
            .ReturnNew()
            .ExecuteAsync();
        var after = updated.Item!;
        Expect.Equal("The Dispossessed", after.Title);
        Expect.Equal((2, 10m, "A"), (after.Stock, after.Price, after.Shelf));
        Expect.True(after.Subjects.Contains("utopia"));
        Expect.Equal("Locus", after.Awards[^1]);

        var before = await books.Update(key).Remove(b => b.Publisher).Take(b => b.Subjects, "anarchism").ReturnOld().ExecuteAsync();
        Expect.True(before.Item!.Publisher is not null);
        Expect.True((await books.GetAsync(key))!.Publisher is null);

        var metered = await books.Update(key).Prepend(b => b.Awards, "first")
            .Set(b => b.PagesByEdition["third"], 400).ReturnNew().ReturnConsumedCapacity().ExecuteAsync();
        Expect.Equal(("first", 400), (metered.Item!.Awards[0], metered.Item.PagesByEdition["third"]));
        Expect.True(metered.ConsumedCapacity!.CapacityUnits >= 1);
        Expect.Equal(
            new BookStock(2),
            (await books.Update(key).Set(b => b.Stock, b => b.Stock + 5).ReturnUpdatedOld().ExecuteAsync<BookStock>()).Item);
        var part = await books.Update(key).Set(b => b.Stock, 7).ReturnUpdatedNew().ReturnConsumedCapacity().ExecuteAsync<BookStock>();
        Expect.True(part is { Item.Stock: 7, ConsumedCapacity: not null });
        Expect.Equal(new BookStock(6), (await books.Update(key).Add(b => b.Stock, -1).ReturnUpdatedNew().ExecuteAsync<BookStock>()).Item);

        List<string> words = ["a", "b"];
        await books.Update(key)
            .Append(b => b.Awards, words)
            .Add(b => b.Subjects, words)
            .Set(b => b.Signed, b => b.Signed.IfNotExists(true))
            .ExecuteAsync();
        await books.Update(key)
            .Prepend(b => b.Awards, words)
            .Take(b => b.Subjects, words)
            .Append(b => b.SalesByYear[2026], new List<int>())
            .ExecuteAsync();
        Expect.Equal(("a", "b"), ((await books.GetAsync(key))!.Awards[0], (await books.GetAsync(key))!.Awards[^1]));
        await books.Update(key).Set(b => b.Author, "Ursula").ExecuteAsync();
        Expect.Equal(1L, await books.Query(Book.Index.ByAuthor("Ursula")).CountAsync());

        await Expect.FailsAsync<ConditionalCheckFailedException>(() =>
            books.Update(key).Add(b => b.Stock, -9).If(b => b.Stock >= 9 | b.Format == Format.Electronic).ExecuteAsync());
    }
}
