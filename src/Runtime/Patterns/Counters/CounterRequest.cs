using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Counters;

/// <summary>A write of one of the items of a counter.</summary>
/// <param name="table">The table.</param>
/// <param name="model">The type of the item that has the counter.</param>
/// <param name="partition">The item's partition key.</param>
/// <param name="sort">The sort key of the counter's item.</param>
internal abstract class CounterRequest(TableHandle table, TableModel model, KeyValue partition, KeyValue sort) : WriteRequest(table)
{
    public sealed override TableModel Model => model;

    public sealed override ItemIdentity Identity => new(Table.Name, partition, sort);

    // The counter's items are of no type, so there is nothing to guard.
    protected sealed override Condition? Guard => null;

    /// <summary>Writes the key, which is not one of the type's.</summary>
    protected void WriteKey(ref ItemWriter writer)
    {
        writer.WriteRaw(",\"Key\":"u8);
        var start = writer.BeginMap();
        model.Partition.Write(ref writer, partition, KeyModel.MaxPartitionBytes);
        model.Sort!.Write(ref writer, sort, KeyModel.MaxSortBytes);
        writer.EndMap(start);
    }
}
