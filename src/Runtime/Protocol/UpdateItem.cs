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
    private bool identifies;

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

    // An abstract base class cannot create an item, because it does not know of which type.
    protected override Condition? Guard =>
        T.Model.Discriminator is { Name: null } discriminator ? ItemTypeCondition.Is(discriminator) : base.Guard;

    public override int CountStored() => expression.CountStored().Bytes;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        base.WriteContent(ref writer, context);
        Identify();
        expression.Write(ref writer, context, typeof(T));
    }

    /// <summary>Has an update that creates an item of a family write its type, too, without which no read would find it.</summary>
    private void Identify()
    {
        if (identifies || expression.IsEmpty || T.Model.Discriminator is not { Name: { } name } discriminator)
            return;

        identifies = true;
        var path = new AttributePath(discriminator.AttributeName);
        expression.Add(new SetAction<string, StringConverter>(
            path, new UpdateOperand<string, StringConverter>(path, name, hasValue: true), KeyRules.IndexKeyAt(T.Model, path)));
    }
}
