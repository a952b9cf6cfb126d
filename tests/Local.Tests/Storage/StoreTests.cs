using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Storage;

public sealed class StoreTests
{
    private const string Name = "tab";
    private const int Writers = 4;
    private const int Writes = 2000;

    private readonly Store store = new(null, TimeProvider.System);

    /// <summary>Each write depends on what the one before it wrote, so a write that is lost or applied twice shows in the sum.</summary>
    [Fact]
    public async Task Writes_AheadAndInTurn_EachCountOnce()
    {
        await store.Write(static batch =>
        {
            batch.SetSchema(Schemas.OfTexts(Name));
            batch.EnableStream(Schemas.OfTexts(Name), "NEW_IMAGE");
        });

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < Writes; i++)
            {
                if (writer == 0)
                    store.Write(Increment);
                else
                    store.WriteAhead(static (batch, increment) => increment(batch), (Action<WriteBatch>)Increment);
            }
        })));

        Assert.Equal(Writers * Writes, NumberOf(store.Current.Table(Name)));
        var records = Assert.Single(store.Current.Streams.Enabled[Name].Shards).Records.All;
        Assert.Equal(Enumerable.Range(1, Writers * Writes), records.Select(static record => NumberOf(record.New!)));
    }

    [Fact]
    public async Task WriteAhead_ThatThrows_LeavesTheCatalog()
    {
        await store.Write(static batch => batch.SetSchema(Schemas.OfTexts(Name)));
        var before = store.Current;

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAhead(
            static (batch, _) =>
            {
                Increment(batch);
                throw new InvalidOperationException();
            },
            0));

        Assert.Same(before, store.Current);
    }

    private static void Increment(WriteBatch batch)
    {
        var table = batch.Catalog.Table(Name);
        var item = new MapValue(new Dictionary<string, Value>
        {
            ["p"] = new StringValue("key"),
            ["n"] = new NumberValue(new DynamoNumber(NumberOf(table) + 1)),
        });
        batch.Put(table, item, ItemBlock.Create(KeyEncoder.TableKey(table.Schema.Keys, item), item));
    }

    private static int NumberOf(Table table)
    {
        var key = new MapValue(new Dictionary<string, Value> { ["p"] = new StringValue("key") });
        return table.Find(KeyEncoder.TableKey(table.Schema.Keys, key)) is { } item ? NumberOf(item) : 0;
    }

    private static int NumberOf(MapValue item) => int.Parse(((NumberValue)item.Get("n")!).Number.ToString(), null);
}
