using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Queries of the table and of an index: key conditions, filters, order, limits, counts, projections and pages.</summary>
internal static class Queries
{
    private const int Reviews = 25;

    public static async Task RunAsync(DynamoClient db)
    {
        await db.BatchWriteAsync(Enumerable.Range(0, Reviews).Select(number => db.Table<Review>().Put(Samples.Review("queried", number))));
        await OfTableAsync(db.Table<Review>());
        await OfIndexAsync(db.Table<Book>());
    }

    private static async Task OfTableAsync(DynamoTable<Review> reviews)
    {
        var all = await reviews.Query(Review.Partition("queried")).ConsistentRead().ToListAsync();
        Expect.Equal(Reviews, all.Count);
        Expect.Equal(Samples.Review("queried", 0), all[0]);

        var latest = await reviews.Query(Review.Partition("queried")).Descending().FirstOrDefaultAsync();
        Expect.Equal(Samples.Review("queried", Reviews - 1), latest!);

        var good = reviews.Query(Review.Partition("queried"), Review.SortKey.StartsWith(all[10].WrittenAt)).Where(r => r.Stars >= 1 & r.Text.Exists());
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

    private static async Task OfIndexAsync(DynamoTable<Book> books)
    {
        foreach (var year in new[] { 1969, 1971, 1974, 2008 })
            await books.PutAsync(Samples.Book($"le guin {year}", "Le Guin", year));

        var titles = new List<string>();
        await foreach (var title in books.Query(Book.Index.ByAuthor("Le Guin"), Book.Index.ByAuthorSortKey.AtLeast(new DateOnly(1971, 1, 1)))
                           .Where(b => b.Price.Between(10, 20)).As<BookTitle>())
            titles.Add(title.Isbn);
        Expect.Equal("le guin 1971, le guin 1974, le guin 2008", string.Join(", ", titles));
    }
}
