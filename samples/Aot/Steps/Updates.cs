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

        var after = await books.Update(key)
            .Set(b => b.Title, "The Dispossessed")
            .Set(b => b.Format, Format.Paperback)
            .Add(b => b.Stock, -1)
            .Add(b => b.Subjects, "utopia")
            .Append(b => b.Awards, "Locus")
            .If(b => b.Stock > 0)
            .ReturnNew()
            .ExecuteAsync();
        Expect.Equal("The Dispossessed", after!.Title);
        Expect.Equal(2, after.Stock);
        Expect.True(after.Subjects.Contains("utopia"));
        Expect.Equal("Locus", after.Awards[^1]);

        var before = await books.Update(key).Remove(b => b.Publisher).Take(b => b.Subjects, "anarchism").ReturnOld().ExecuteAsync();
        Expect.True(before!.Publisher is not null);
        Expect.True((await books.GetAsync(key))!.Publisher is null);

        await Expect.FailsAsync<ConditionalCheckFailedException>(() =>
            books.Update(key).Add(b => b.Stock, -5).If(b => b.Stock >= 5 | b.Format == Format.Electronic).ExecuteAsync());
    }
}
