using System.Text.Json;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

public sealed class RoundtripTests
{
    private const int Items = 10_000;
    private const int AtOnce = 100;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task RandomItems_WrittenAndRead_AreTheSame()
    {
        var seed = Environment.TickCount;
        var any = new Any(seed);
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Everything>()), Ct);
        var table = db.Table<Everything>();
        for (var done = 0; done < Items; done += AtOnce)
        {
            var written = Enumerable.Range(0, AtOnce).Select(_ => any.Everything()).ToList();
            (await db.BatchWriteAsync(written.Select(table.Put), Ct)).ThrowIfIncomplete();
            var read = await table.BatchGetAsync(written.Select(KeyOf), consistentRead: true, cancellationToken: Ct);
            var found = read.Items.ToDictionary(KeyOf);
            foreach (var item in written)
                Assert.True(Text(item) == Text(found[KeyOf(item)]), $"Seed {seed}:\n{Text(item)}\n{Text(found[KeyOf(item)])}");
        }

        Assert.Equal(Items, await table.Scan().InParallel(4).CountAsync(Ct));
    }

    [Fact]
    public async Task SortKeys_OfRandomItems_SortAsTheirValues()
    {
        var any = new Any(7);
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Everything>()), Ct);
        var table = db.Table<Everything>();
        var id = Guid.NewGuid();
        var items = Enumerable.Range(0, 500).Select(_ => any.Everything()).Select(e => new Everything { Id = id, Kind = RunStatus.Running, Number = e.Number, When = e.When }).ToList();
        (await db.BatchWriteAsync(items.DistinctBy(e => (e.Number, e.When)).Select(table.Put), Ct)).ThrowIfIncomplete();
        var sorted = items.Select(e => (e.Number, e.When)).Distinct().Order().ToList();
        Assert.Equal(sorted, (await table.Query(Everything.Partition(id)).ToListAsync(Ct)).Select(e => (e.Number, e.When)));
    }

    private static ItemKey<Everything> KeyOf(Everything item) => Everything.Key(item.Id, item.Kind, item.Number, item.When);

    private static string Text(Everything item)
    {
        // Sets have no order.
        item.Words = [.. item.Words.Order(StringComparer.Ordinal)];
        item.Numbers = [.. item.Numbers.Order()];
        item.Counts = item.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
        item.Places = item.Places.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
        return JsonSerializer.Serialize(item);
    }
}
