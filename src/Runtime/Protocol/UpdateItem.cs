using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>UpdateItem: changes some attributes of one item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class UpdateItem<T>(TableHandle table, ItemKey<T> key) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    private readonly UpdateExpression expression = new();

    protected override DynamoOperation Operation => DynamoOperation.UpdateItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Update\":"u8;

    protected override string KindObstacle =>
        "it is an update, but a batch accepts only puts and deletes; use a transaction, or execute it alone";

    /// <summary>Adds a change.</summary>
    /// <exception cref="ArgumentException">The change is to a key, or overlaps an earlier change.</exception>
    public void Add(UpdateAction action)
    {
        KeyRules.ThrowIfTableKey(T.Model, action.Path);
        expression.Add(action);
    }

    public override int CountStored() => expression.CountStored().Bytes;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        base.WriteContent(ref writer, context);
        expression.Write(ref writer, context, typeof(T));
    }
}
