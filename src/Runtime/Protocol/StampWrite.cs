using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The update that gives an item the stamps of postings that it did not have. It changes nothing else of the item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class StampWrite<T> : KeyedWrite<T>
    where T : IItem<T>
{
    private readonly UpdateExpression expression = new();

    /// <summary>Creates the update.</summary>
    public StampWrite(TableHandle table, ItemKey<T> key, IEnumerable<(string AttributeName, string Stamp)> stamps)
        : base(table, key)
    {
        foreach (var (name, stamp) in stamps)
            expression.Add(new SetKeyAction(new AttributePath(name), KeyValue.Of(stamp), key: null));
    }

    public override DynamoOperation Operation => DynamoOperation.UpdateItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Update\":"u8;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        base.WriteContent(ref writer, context);
        expression.Write(ref writer, context, typeof(T), derived: []);
    }
}
