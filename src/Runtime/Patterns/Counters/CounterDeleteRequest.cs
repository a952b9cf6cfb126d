using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Counters;

/// <summary>Deletes one of the items of a counter.</summary>
/// <param name="table">The table.</param>
/// <param name="model">The type of the item that has the counter.</param>
/// <param name="partition">The item's partition key.</param>
/// <param name="sort">The sort key of the counter's item.</param>
internal sealed class CounterDeleteRequest(TableHandle table, TableModel model, KeyValue partition, KeyValue sort)
    : CounterRequest(table, model, partition, sort)
{
    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context) => WriteKey(ref writer);
}
