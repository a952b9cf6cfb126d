using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Tests.Storage;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Tests.Streams;

/// <summary>A stream keeps a day of images, so they must not take more memory than the items.</summary>
public sealed class StreamMemoryTests
{
    private static readonly TableSchema Schema = Schemas.OfTexts("tab");

    [Fact]
    public void Images_OfItemsThatWereCompared_AreStillPacked()
    {
        var store = new Store(null, TimeProvider.System);
        store.Write(static batch =>
        {
            batch.SetSchema(Schema);
            batch.EnableStream(Schema, "NEW_AND_OLD_IMAGES");
        });
        var (first, second) = (Item(1), Item(2));
        Put(store, first);
        Put(store, second);
        Delete(store, second);

        var records = store.Current.Streams.Enabled[Schema.Name].Shards.Single().Records.All.ToList();

        Assert.Equal([StreamEvent.Insert, StreamEvent.Modify, StreamEvent.Remove], records.Select(static record => record.Event));
        Assert.All(records, static record => AssertPacked(record.Old));
        Assert.All(records, static record => AssertPacked(record.New));
        Assert.True(records[0].New!.SameAs(first));
        Assert.True(records[1].Old!.SameAs(first));
        Assert.True(records[1].New!.SameAs(second));
        Assert.True(records[2].Old!.SameAs(second));
    }

    private static MapValue Item(int number) => new(new Dictionary<string, Value>
    {
        ["p"] = new StringValue("key"),
        ["n"] = new NumberValue(new DynamoNumber(number)),
    });

    private static void Put(Store store, MapValue item) => store.Write(batch =>
        batch.Put(batch.Catalog.Table(Schema.Name), item, ItemBlock.Create(KeyEncoder.TableKey(Schema.Keys, item), item)));

    // As an operation does that has looked at the item first.
    private static void Delete(Store store, MapValue item) => store.Write(batch =>
    {
        var table = batch.Catalog.Table(Schema.Name);
        var key = KeyEncoder.TableKey(Schema.Keys, item);
        var old = table.Find(key)!;
        Assert.True(old.SameAs(item));
        batch.Delete(table, key, old);
    });

    // A map that has been unpacked returns the JSON that it keeps, and leaves the buffer empty.
    private static void AssertPacked(MapValue? image)
    {
        if (image is null)
            return;

        using var scratch = WireBuffer.Rent();
        var wire = image.ToWire(scratch);
        Assert.True(image.IsWire);
        Assert.Equal(wire.Length, scratch.Length);
    }
}
