using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Holds a transaction to a condition on an item that it does not write. Only inside transactions.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>A builder, made for one use: each call changes it and returns it, so that what is kept of it changes too. For another check make another. Not safe for concurrent use.</remarks>
public sealed class ConditionCheck<T> : WriteBuilder<ConditionCheck<T>, T>
    where T : IItem<T>
{
    private readonly ItemKey<T> key;

    internal ConditionCheck(TableHandle table, ItemKey<T> key)
        : base(table) => this.key = key;

    private protected override ItemKey<T> Key => key;

    private protected override string BatchObstacle => "it only checks a condition, and batches take none; use a transaction";

    private protected override string? TransactionObstacle => Condition is null ? "it checks nothing; give it a condition with If()" : null;

    private protected override void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        context.Clear();
        writer.WriteRaw("{\"ConditionCheck\":"u8);
        writer.WriteRaw(Table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        WriteConditionAndContext(ref writer, context);
        writer.WriteRaw("}}"u8);
    }
}
