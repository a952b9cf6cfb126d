using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Key attributes of any name: they are escaped in requests, and found by their plain names in items and answers.</summary>
public sealed class OddNameTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_WithEscapedKeyNames_ArePutPagedAndReadInBatches()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<OddlyNamed>()), Ct);
        var table = db.Table<OddlyNamed>();
        OddlyNamed[] items = [.. Enumerable.Range(0, 5).Select(number => new OddlyNamed { Owner = "o", Number = number })];
        foreach (var item in items)
            await table.PutAsync(item, Ct);

        var query = table.Query(OddlyNamed.Partition("o")).PageSize(2);
        var first = await query.GetPageAsync(null, Ct);
        var second = await query.GetPageAsync(first.Next, Ct);
        Assert.Equal(items[..4], first.Items.Concat(second.Items));

        var batch = await table.BatchGetAsync(items.Select(item => OddlyNamed.Key(item.Owner, item.Number)), cancellationToken: Ct);
        Assert.Equal(items, batch.Items.OrderBy(item => item.Number));
    }
}
