using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Batches of any length and of several item types.</summary>
internal static class Batches
{
    public static async Task RunAsync(DynamoClient db)
    {
        var books = db.Table<Book>();
        var reviews = db.Table<Review>();
        var writes = new List<IWriteOperation>();
        for (var i = 0; i < 60; i++)
        {
            writes.Add(books.Put(Samples.Book($"batch {i}")));
            writes.Add(reviews.Put(Samples.Review($"batch {i}", i)));
        }

        var written = await db.BatchWriteAsync(
            writes, new BatchWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total, ReturnItemCollectionMetrics = true });
        written.ThrowIfIncomplete();
        Expect.True(written.ConsumedCapacity.Sum(used => used.CapacityUnits) >= 120 && written.ItemCollectionMetrics.Count == 1);

        var found = await books.BatchGetAsync(
            Enumerable.Range(0, 120).Select(i => Book.Key($"batch {i}")), new BatchGetOptions { ConsistentRead = true });
        found.ThrowIfIncomplete();
        Expect.Equal(60, found.Items.Count);
        Expect.Equal(1, (await books.BatchGetAsync([Book.Key("batch 1")])).Items.Count);
        var titles = await books.BatchGetAsync<BookTitle>(
            found.Items.Select(b => Book.Key(b.Isbn)), new BatchGetOptions { ReturnConsumedCapacity = CapacityDetail.Total });
        Expect.Equal(60, titles.Items.Count);
        Expect.Equal(30.0, titles.ConsumedCapacity[0].CapacityUnits);

        var review = Samples.Review("batch 7", 7);
        var book = books.Get(Book.Key("batch 7"));
        var its = reviews.Get(Review.Key(review.Isbn, review.WrittenAt, review.Reviewer));
        var mixed = await db.BatchGetAsync(
            [book, its], new BatchGetOptions { ConsistentRead = true, ReturnConsumedCapacity = CapacityDetail.Total });
        mixed.ThrowIfIncomplete();
        Expect.True(mixed.ConsumedCapacity.Count == 1 && mixed.All<Review>().Count() == 1);
        Expect.Equal("batch 7", mixed.Find(book)!.Isbn);
        Expect.Equal(review, mixed.Find(its)!);

        var title = books.Get(Book.Key("batch 8")).As<BookTitle>();
        Expect.Equal("batch 8", (await db.BatchGetAsync([title, its])).Find(title)!.Isbn);

        (await db.BatchWriteAsync(found.Items.Select(b => books.Delete(Book.Key(b.Isbn))))).ThrowIfIncomplete();
        Expect.True(await books.GetAsync(Book.Key("batch 7")) is null);
    }
}
