using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Queries of the table: key conditions, filters, order, limits, counts, pages, and several item types at once.</summary>
internal static class Queries
{
    private const int Reviews = 25;

    public static async Task RunAsync(DynamoClient db)
    {
        var written = await db.BatchWriteAsync(
            Enumerable.Range(0, Reviews).Select(number => db.Table<Review>().Put(Samples.Review("queried", number))));
        written.ThrowIfIncomplete();
        await OfTableAsync(db.Table<Review>());
        await OfSeveralTypesAsync(db);
        await PagesAsync(db.Table<Review>());
    }

    private static async Task OfTableAsync(DynamoTable<Review> reviews)
    {
        var all = await reviews.Query(Review.Partition("queried")).ConsistentRead().ToListAsync();
        Expect.Equal(Reviews, all.Count);
        Expect.Equal(Samples.Review("queried", 0), all[0]);

        var latest = await reviews.Query(Review.Partition("queried")).Descending().FirstOrDefaultAsync();
        Expect.Equal(Samples.Review("queried", Reviews - 1), latest!);

        Expect.True(await reviews.Query(Review.Partition("queried")).AnyAsync());
        Expect.True(!await reviews.Query(Review.Partition("none")).AnyAsync());
        var last = reviews.Query(Review.Partition("queried"), Review.SortKey.StartsWith(latest!.WrittenAt));
        Expect.Equal(latest, (await last.SingleOrDefaultAsync())!);
        await Expect.FailsAsync<InvalidOperationException>(() => reviews.Query(Review.Partition("queried")).SingleOrDefaultAsync());
        Expect.True(reviews.Query(Review.Partition("queried")).Preview().Json.Contains("queried"));

        var good = reviews.Query(Review.Partition("queried"), Review.SortKey.StartsWith(all[10].WrittenAt))
            .Where(r => r.Stars >= 1 & r.Text.Exists());
        Expect.Equal(1L, await good.CountAsync());

        var seen = 0;
        PageToken? after = null;
        do
        {
            var page = await reviews.Query(Review.Partition("queried")).Limit(10).GetPageAsync(after);
            seen += page.Items.Count;
            after = page.Next is null ? null : PageToken.Parse(page.Next.ToString());
        }
        while (after is not null);
        Expect.Equal(Reviews, seen);
    }

    private static async Task OfSeveralTypesAsync(DynamoClient db)
    {
        await db.Table<Book>().PutAsync(Samples.Book("queried"));
        var kinds = new ItemKinds<object>().Add<Book>().Add<Review>();
        var (books, reviews) = (0, 0);
        await foreach (var item in db.Table<Book>().Query(Book.Partition("queried")).As(kinds))
        {
            books += item is Book ? 1 : 0;
            reviews += item is Review ? 1 : 0;
        }

        Expect.Equal((1, Reviews), (books, reviews));
    }

    private static async Task PagesAsync(DynamoTable<Review> reviews)
    {
        var (pages, seen, units) = (0, 0, 0.0);
        await foreach (var page in reviews.Query(Review.Partition("queried")).PageSize(10).ReturnConsumedCapacity().PagesAsync())
        {
            pages++;
            seen += page.Items.Count;
            units += page.ConsumedCapacity!.CapacityUnits;
        }

        Expect.Equal((3, Reviews, 1.5), (pages, seen, units));

        var first = await reviews.Query(Review.Partition("queried")).Limit(10).GetPageAsync();
        var token = first.Next;
        var second = await reviews.Query(Review.Partition("queried")).Limit(10).GetPageAsync(token);
        var back = await reviews.Query(Review.Partition("queried")).Limit(10).GetPageAsync(second.Previous);
        Expect.True(back.Items.SequenceEqual(first.Items) && first.Previous is null && back.Next is not null);
        await Expect.FailsAsync<PageTokenException>(() => reviews.Query(Review.Partition("another")).GetPageAsync(token));
        var all = 0;
        await foreach (var review in reviews.Query(Review.Partition("queried")).AsAsyncEnumerable())
            all += review.Stars > 0 ? 1 : 0;
        Expect.Equal(Reviews, all);

        using var stop = new CancellationTokenSource();
        await Expect.FailsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var review in reviews.Query(Review.Partition("queried")).PageSize(5).WithCancellation(stop.Token))
                stop.Cancel();
        });
    }
}
