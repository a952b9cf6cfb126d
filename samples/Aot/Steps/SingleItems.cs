using Amazon.DynamoDBv2.Model;
using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Borders;

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

        await ReturnsAsync(books, book);
        await ExistenceAsync(books, book);

        Expect.True(Book.TryParseKey(Book.Key("a#b"), out var isbn) && isbn == "a#b");
        var old = await books.Delete(Book.Key("single")).If(b => b.Stock > 0 & b.Publisher.City == "New York").ReturnOld().ExecuteAsync();
        Expect.Equal("single", old.Item!.Isbn);
        await books.DeleteAsync(Book.Key("single"));
    }

    private static async Task ExistenceAsync(DynamoTable<Book> books, Book book)
    {
        await Expect.FailsAsync<ConditionalCheckFailedException>(() => books.CreateAsync(book));
        await Expect.FailsAsync<ConditionalCheckFailedException>(() => books.Put(book).IfNotExists().ExecuteAsync());
        await books.Put(book).IfExists().ExecuteAsync();
        var none = Samples.Book("created");
        await Expect.FailsAsync<ConditionalCheckFailedException>(() => books.Put(none).IfExists().ExecuteAsync());
        await books.CreateAsync(none);
        await books.DeleteAsync(none);
        Expect.True(!(await books.Delete(none).ReturnOld().ExecuteAsync()).HasItem);

        Expect.Equal("PutItem", books.Put(book).Preview().ToString().Split(' ')[0]);
        Expect.True(books.Put(book).Preview().Json.Contains("single") && !books.Put(book).Preview().JsonWithoutValues.Contains("single"));
        Expect.True(books.Get(Book.Key("single")).As<BookTitle>().Preview().Json.Contains("ProjectionExpression"));
    }

    private static async Task ReturnsAsync(DynamoTable<Book> books, Book book)
    {
        try
        {
            await books.Put(book).If(b => b.Stock < 0).ReturnItemOnFailure().ExecuteAsync();
            throw new InvalidOperationException("A put went through whose condition does not hold.");
        }
        catch (ConditionalCheckFailedException conflict)
        {
            Expect.Equal(book.Title, Book.FromAttributeMap(conflict.Item).Title);
        }

        var result = await books.Put(book).ReturnOld().ReturnConsumedCapacity(CapacityDetail.Indexes)
            .ReturnItemCollectionMetrics().ExecuteAsync();
        Expect.Equal(book.Title, result.Item!.Title);
        Expect.True(result.ConsumedCapacity!.TableUnits >= 1 && result.ItemCollectionMetrics!.UpperBoundGigabytes > 0);
        var none = await books.Delete(Book.Key("none")).ReturnConsumedCapacity().ExecuteAsync();
        Expect.True(none is { HasItem: false, ConsumedCapacity: not null });
    }
}
