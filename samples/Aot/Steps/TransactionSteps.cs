using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Transactions over several item types: all or none, with the reason of each operation.</summary>
internal static class TransactionSteps
{
    public static async Task RunAsync(DynamoClient db)
    {
        var books = db.Table<Book>();
        var reviews = db.Table<Review>();
        await books.PutAsync(Samples.Book("sold"));
        var review = Samples.Review("sold", 1);
        IWriteOperation[] operations =
        [
            books.Update(Book.Key("sold")).Add(b => b.Stock, -3).If(b => b.Stock >= 3),
            reviews.Put(review).If(r => r.Reviewer.NotExists()),
            books.Check(Book.Key("missing")).If(b => b.Isbn.NotExists()),
        ];
        var options = new TransactWriteOptions
        {
            ClientRequestToken = Guid.NewGuid().ToString(),
            ReturnConsumedCapacity = CapacityDetail.Total,
            ReturnItemCollectionMetrics = true
        };
        Expect.True(!db.PreviewTransactWrite(operations, options).JsonWithoutValues.Contains("sold"));
        var done = await db.TransactWriteAsync(operations, options);
        Expect.True(done.ConsumedCapacity.Count == 1 && done.ItemCollectionMetrics.Count == 1);
        await db.TransactWriteAsync(operations, options);

        var sell = books.Update(Book.Key("sold")).Add(b => b.Stock, -1).If(b => b.Stock >= 1).ReturnItemOnFailure();
        try
        {
            await db.TransactWriteAsync(
                [sell, reviews.Delete(Review.Key("sold", review.WrittenAt, review.Reviewer))],
                new TransactWriteOptions { MaxConflictRetries = 3 });
            throw new InvalidOperationException("A transaction went through that sells what is not there.");
        }
        catch (TransactWriteCanceledException canceled) when (canceled.ConditionFailed(sell))
        {
            Expect.Equal("ConditionalCheckFailed", canceled.CancellationReasons[0].Code);
            Expect.Equal(0, canceled.FailureOf(sell)!.CurrentItem<Book>()!.Stock);
        }

        var (book, kept) = await db.TransactGetAsync(
            books.Get(Book.Key("sold")), reviews.Get(Review.Key("sold", review.WrittenAt, review.Reviewer)));
        Expect.Equal(0, book!.Stock);
        Expect.Equal(review, kept!);

        var (title, none, again) = await db.TransactGetAsync(
            books.Get(Book.Key("sold")).As<BookTitle>(), books.Get(Book.Key("missing")),
            reviews.Get(Review.Key("sold", review.WrittenAt, review.Reviewer)));
        Expect.True(title is not null && none is null && again == review);

        var stock = books.Get(Book.Key("sold")).As<BookStock>();
        var list = await db.TransactGetAsync(
            [stock, books.Get(Book.Key("missing"))], new TransactGetOptions { ReturnConsumedCapacity = CapacityDetail.Total });
        Expect.Equal(new BookStock(0), list.Find(stock)!);
        Expect.Equal(1, list.All<BookStock>().Count());
        Expect.True(list.ConsumedCapacity.Count == 1);
        await db.TransactWriteAsync(
            [books.Update(Book.Key("sold")).Add(b => b.Stock, 3).IfExists(), books.Check(Book.Key("missing")).IfNotExists()]);
        Expect.Equal(new BookStock(3), (await db.TransactGetAsync([stock])).Find(stock)!);
    }
}
