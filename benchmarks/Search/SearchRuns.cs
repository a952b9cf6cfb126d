using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Benchmarks.Search;

/// <summary>
/// What searches cost in the engine in this process, beside a filtered scan of a table that has nothing but the items, and beside
/// PostgreSQL's trigram index over the same names.
/// </summary>
internal sealed class SearchRuns : IDisposable
{
    private const int Rounds = 11;
    private const int PageItems = 50;

    private static readonly (string What, string Like)[] Searches =
    [
        ("six characters, few names", "%st-471%"),
        ("six characters, many names", "%ovelac%"),
        ("six characters, other script", "%Yılmaz%"),
        ("a fragment of many names", "%run%"),
        ("a long fragment of many parts", "%2026-07-14-distill%"),
        ("a prefix", "run-2026-11-2%"),
        ("a suffix", "%-4711"),
        ("two characters", "%zz%"),
        ("one character", "%王%"),
        ("a pattern", "%07%dropout%99%"),
        ("six characters, other case", "%LOVELA%"),
        ("six characters, none", "%ovelxc%"),
    ];

    private readonly string[] names;
    private readonly Psql? postgres;
    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient client;
    private readonly DynamoTable<IndexedName> indexed;
    private readonly DynamoTable<PlainName> plain;

    public SearchRuns(string[] names, Psql? postgres)
    {
        this.names = names;
        this.postgres = postgres;
        client = new DynamoClient(engine);
        indexed = client.Table<IndexedName>();
        plain = client.Table<PlainName>();
    }

    /// <summary>Writes all names.</summary>
    public async Task FillAsync()
    {
        await client.EnsureTableAsync(TableDefinition.For(TableModel.Of<IndexedName>()));
        await client.EnsureTableAsync(TableDefinition.For(TableModel.Of<PlainName>()));
        await Parallel.ForAsync(0, names.Length, async (i, _) =>
        {
            await indexed.CreateAsync(new IndexedName { Id = $"{i}", Name = names[i] });
            await plain.CreateAsync(new PlainName { Id = $"{i}", Name = names[i] });
        });
        if (postgres is not null)
            await postgres.FillAsync(names);
    }

    /// <summary>Searches, and compares with the scan: results, units and times.</summary>
    public async Task<string> RunAsync()
    {
        var table = new MarkdownTable(
            "search", "`LIKE`", ">results", ">units", ">units of the scan", ">ms", ">ms of the scan", ">units of the first page",
            ">ms of it", ">ms of PostgreSQL");
        foreach (var (_, like) in Searches)
        {
            // The first calls run code that is not yet optimized.
            await PageAsync(like);
            await AllAsync(like);
            await ScanAsync(like);
        }

        foreach (var (what, like) in Searches)
        {
            var medians = await MediansAsync(() => AllAsync(like), () => PageAsync(like), () => ScanAsync(like));
            var (all, page, scan) = (medians[0], medians[1], medians[2]);
            if (all.Count != scan.Count)
                throw new InvalidDataException($"The search for '{like}' finds {all.Count} names, and the scan {scan.Count}.");
            var other = postgres is null ? "" : Number(await postgres.MedianAsync(like, PageItems, Rounds));
            table.Add(
                what, $"`{like}`", Number(all.Count), Number(all.Units), Number(scan.Units), Number(all.Time), Number(scan.Time),
                Number(page.Units), Number(page.Time), other);
        }

        return table.ToString();
    }

    public void Dispose()
    {
        client.Dispose();
        engine.Dispose();
    }

    private static string Number(double number) => number.ToString(number < 10 ? "0.0#" : "N0", CultureInfo.InvariantCulture);

    /// <summary>The medians of several things, which have their turns one after the other: whatever else runs hits all of them.</summary>
    private static async Task<List<(int Count, double Units, double Time)>> MediansAsync(
        params IReadOnlyList<Func<Task<(int Count, double Units)>>> runs)
    {
        var results = runs.Select(static _ => new List<(int Count, double Units, double Time)>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (index, run) in runs.Index())
            {
                var start = Stopwatch.GetTimestamp();
                var (count, units) = await run();
                results[index].Add((count, units, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            }
        }

        return results.ConvertAll(static all => all.OrderBy(static one => one.Time).ElementAt(Rounds / 2));
    }

    private async Task<(int Count, double Units)> AllAsync(string like)
    {
        var (count, units) = (0, 0.0);
        await foreach (var page in Search(like).Limit(1000).PagesAsync())
        {
            count += page.Items.Count;
            units += page.ConsumedCapacity?.CapacityUnits ?? 0;
        }

        return (count, units);
    }

    private async Task<(int Count, double Units)> PageAsync(string like)
    {
        var page = await Search(like).Limit(PageItems).GetPageAsync();
        return (page.Items.Count, page.ConsumedCapacity?.CapacityUnits ?? 0);
    }

    private Search<IndexedName> Search(string like) => indexed.Search(IndexedName.Trigrams.Name()).Like(like).ReturnConsumedCapacity();

    /// <summary>Scans for what the filter language can say, and checks the rest here.</summary>
    private async Task<(int Count, double Units)> ScanAsync(string like)
    {
        var (count, units) = (0, 0.0);
        var parts = like.Split('%');
        var scan = plain.Scan().ReturnConsumedCapacity(used => units += used.CapacityUnits);
        foreach (var part in parts.Where(static part => part.Length > 0))
            scan.Where(name => name.Name.Contains(part));
        await foreach (var found in scan)
            count += found.Name.StartsWith(parts[0], StringComparison.Ordinal) && Matches(found.Name, parts) ? 1 : 0;
        return (count, units);
    }

    private static bool Matches(string name, string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = name.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + part.Length;
        }

        return name.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
