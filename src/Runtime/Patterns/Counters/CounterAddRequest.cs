using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Counters;

/// <summary>Adds to one of the items of a counter.</summary>
/// <param name="table">The table.</param>
/// <param name="model">The type of the item that has the counter.</param>
/// <param name="partition">The item's partition key.</param>
/// <param name="sort">The sort key of the counter's item.</param>
/// <param name="amount">What to add.</param>
internal sealed class CounterAddRequest(TableHandle table, TableModel model, KeyValue partition, KeyValue sort, decimal amount)
    : CounterRequest(table, model, partition, sort)
{
    public override DynamoOperation Operation => DynamoOperation.UpdateItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Update\":"u8;

    protected override string KindObstacle =>
        "it adds to a counter, but a batch accepts only puts and deletes; use a transaction, or execute it alone";

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        WriteKey(ref writer);
        writer.WriteRaw(",\"UpdateExpression\":\"ADD "u8);
        context.WriteName(ref writer, CounterModel.ValueAttribute);
        writer.WriteRaw(" "u8);
        context.WriteKey(ref writer, KeyValue.Of(amount));
        writer.WriteRaw("\""u8);
    }
}
