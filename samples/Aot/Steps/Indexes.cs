using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Queries of indexes of every kind.</summary>
internal static class Indexes
{
    public static async Task RunAsync(DynamoClient db)
    {
        var books = db.Table<Book>();
        var reviews = db.Table<Review>();
        foreach (var year in new[] { 1969, 1971, 1974, 2008 })
            await books.PutAsync(Samples.Book($"le guin {year}", "Le Guin", year));
        var written = await db.BatchWriteAsync(
            Enumerable.Range(0, 20).Select(number => reviews.Put(Samples.Review("indexed", number))));
        written.ThrowIfIncomplete();

        await OfOneAttributeAsync(books);
        await OfSeveralAttributesAsync(books);
        await OfTheTableAsync(reviews);
    }

    private static async Task OfOneAttributeAsync(DynamoTable<Book> books)
    {
        var titles = new List<string>();
        await foreach (var title in books
                          .Query(Book.Index.ByAuthor("Le Guin"), Book.Index.ByAuthorSortKey.AtLeast(new DateOnly(1971, 1, 1)))
                           .Where(b => b.Price.Between(10, 20)).As<BookTitle>())
        {
            titles.Add(title.Isbn);
        }

        Expect.Equal("le guin 1971, le guin 1974, le guin 2008", string.Join(", ", titles));
        Expect.Equal(
            1L,
            await books.Query(Book.Index.ByAuthor("Le Guin"), Book.Index.ByAuthorSortKey.LessThan(new DateOnly(1971, 1, 1))).CountAsync());
        Expect.Equal(
            2L,
            await books.Query(Book.Index.ByAuthor("Le Guin"), Book.Index.ByAuthorSortKey.AtMost(new DateOnly(1972, 1, 1))).CountAsync());
        Expect.Equal(
            1L,
            await books.Query(Book.Index.ByAuthor("Le Guin"), Book.Index.ByAuthorSortKey.EqualTo(new DateOnly(1974, 5, 1))).CountAsync());
    }

    private static async Task OfSeveralAttributesAsync(DynamoTable<Book> books)
    {
        var english = Book.Index.ByFormat(Format.Hardcover, "en");
        var years = new List<int>();
        await foreach (var book in books.Query(english, Book.Index.ByFormatSortKey.GreaterThan("novel", new DateOnly(2000, 1, 1)))
            .Where(b => b.Author == "Le Guin"))
        {
            years.Add(book.Published.Year);
        }

        Expect.Equal("2008", string.Join(", ", years));
        Expect.Equal(
            4L, await books.Query(english, Book.Index.ByFormatSortKey.EqualTo("novel")).Where(b => b.Author == "Le Guin").CountAsync());
    }

    private static async Task OfTheTableAsync(DynamoTable<Review> reviews)
    {
        var best = await reviews.Query(Review.Index.ByStars("indexed"), Review.Index.ByStarsSortKey.Between(4, 5))
            .ConsistentRead().Descending().ToListAsync();
        Expect.Equal(8, best.Count);
        Expect.Equal(5, best[0].Stars);
    }
}
