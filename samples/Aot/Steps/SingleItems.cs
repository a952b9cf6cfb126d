using Amazon.DynamoDBv2.Model;
using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Put, get and delete, with conditions and return values.</summary>
internal static class SingleItems
{
    public static async Task RunAsync(DynamoClient db)
    {
        var books = db.Table<Book>();
        var book = Samples.Book("single");
        await books.Put(book).If(b => b.Isbn.NotExists()).ExecuteAsync();
        await Expect.FailsAsync<ConditionalCheckFailedException>(() => books.Put(book).If(b => b.Isbn.NotExists()).ExecuteAsync());

        var found = await books.GetAsync(Book.Key("single"), consistentRead: true);
        Expect.Equal(book.Title, found!.Title);
        Expect.Equal(book.Published, found.Published);
        Expect.Equal(book.Format, found.Format);
        Expect.Equal(book.Publisher, found.Publisher);
        Expect.True(book.Subjects.SetEquals(found.Subjects));
        Expect.True(book.Awards.SequenceEqual(found.Awards));
        Expect.Equal(387, found.PagesByEdition["second"]);
        Expect.True(await books.GetAsync(Book.Key("none")) is null);

        var part = await books.Get(Book.Key("single")).ReturnConsumedCapacity().As<BookTitle>().ExecuteAsync();
        Expect.Equal(new BookTitle("single", book.Title), part.Item);
        Expect.True(part.ConsumedCapacity is not null);

        Expect.True(Book.TryParseKey(Book.Key("a#b"), out var isbn) && isbn == "a#b");
        var old = await books.Delete(Book.Key("single")).If(b => b.Stock > 0 & b.Publisher.City == "New York").ReturnOld().ExecuteAsync();
        Expect.Equal("single", old!.Isbn);
        await books.DeleteAsync(Book.Key("single"));
    }
}
