using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Scans, also of several segments at once: each returns only the items of its type.</summary>
internal static class Scans
{
    public static async Task RunAsync(DynamoClient db)
    {
        var written = await db.BatchWriteAsync(
            Enumerable.Range(0, 40).Select(number => db.Table<Book>().Put(Samples.Book($"scanned {number}", "Scan"))));
        written.ThrowIfIncomplete();

        var books = await db.Table<Book>().Scan().Where(b => b.Author == "Scan").ToListAsync();
        Expect.Equal(40, books.Count);
        Expect.Equal(
            40L,
            await db.Table<Book>().Scan().InParallel(4).Where(b => b.Author.StartsWith("Sc") & b.Subjects.Contains("anarchism"))
                .CountAsync());
        var units = 0.0;
        var titles = await db.Table<Book>().Scan().InParallel(4).ReturnConsumedCapacity(used => units += used.CapacityUnits)
            .As<BookTitle>().ToListAsync();
        Expect.True(titles.Count >= 40 && units >= 2);
        Expect.Equal(3, (await db.Table<Book>().Scan().Where(b => b.Author.In("Scan", "Nobody")).Limit(3).ToListAsync()).Count);

        var parts = 0L;
        for (var part = 0; part < 3; part++)
        {
            parts += await db.Table<Book>().Scan().Segment(part, 3).PageSize(25).ConsistentRead()
                .Where(b => b.Author == "Scan").CountAsync();
        }

        Expect.Equal(40L, parts);
    }
}
