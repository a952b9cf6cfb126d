using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>UpdateItem: changes some attributes of one item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class UpdateItem<T> : KeyedWrite<T>
    where T : IItem<T>
{
    private readonly UpdateExpression expression = new();
    private readonly object? item;

    /// <summary>Creates an update without changes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="item">The item whose concurrency token is compared, or null to compare none.</param>
    public UpdateItem(TableHandle table, ItemKey<T> key, object? item = null)
        : base(table, key)
    {
        this.item = item;
        Lock = NewLock();
    }

    private static AttributePath PartitionPath => new(T.Model.Partition.AttributeName);

    public override DynamoOperation Operation => DynamoOperation.UpdateItem;

    protected override ReadOnlySpan<byte> TransactOpening => ChangesNothing ? "{\"ConditionCheck\":"u8 : "{\"Update\":"u8;

    // A check has a condition, and an update of nothing may do without one.
    protected override Condition? TransactCondition => ChangesNothing && Condition is null
        ? new ExistenceCondition(PartitionPath, exists: true) | new ExistenceCondition(PartitionPath, exists: false)
        : Condition;

    protected override string KindObstacle =>
        "it is an update, but a batch accepts only puts and deletes; use a transaction, or execute it alone";

    /// <summary>Adds a change.</summary>
    /// <exception cref="ArgumentException">The change is to a key or the type's name, or overlaps an earlier change.</exception>
    public void Add(UpdateAction action)
    {
        UpdateRules.ThrowIfRefused(T.Model, action.Path);
        expression.Add(action);
        ChangesNothing = false;
    }

    /// <summary>Adds a change by no elements, which changes nothing.</summary>
    /// <exception cref="ArgumentException">The change would be to a key.</exception>
    public void AddNothing(AttributePath path)
    {
        KeyRules.ThrowIfTableKey(T.Model, path);
        path.ThrowIfNoAttribute();
        ChangesNothing = expression.IsEmpty;
    }

    public override Task<ItemResponse<TPart>> SendAsync<TPart>(CancellationToken cancellationToken)
    {
        if (!ChangesNothing)
            return base.SendAsync<TPart>(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Condition is not null || Returned is not ReturnedItem.None)
        {
            throw new InvalidOperationException(
                "The update has nothing to change, because its lists of elements are empty, "
                + "and DynamoDB would still create a missing item. "
                + "Read the item instead of an update that returns it, and check a condition in a transaction.");
        }

        return Task.FromResult(default(ItemResponse<TPart>));
    }

    // An abstract base class cannot create an item, because it does not know of which type.
    protected override Condition? Guard =>
        T.Model.Discriminator is { Name: null } discriminator ? ItemTypeCondition.Is(discriminator) : base.Guard;

    public override int CountStored() => expression.CountStored().Bytes;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        base.WriteContent(ref writer, context);
        if (!ChangesNothing)
            expression.Write(ref writer, context, typeof(T), Derived());
    }

    // An update that only removes creates no item, and would create one by what it sets by itself.
    protected override Condition? StampCondition =>
        base.StampCondition
        ?? (T.Model.Stamps is { AreInUpdates: true } && !expression.IsEmpty && !expression.CreatesItem
            ? new ExistenceCondition(PartitionPath, exists: true)
            : null);

    protected override void Fix()
    {
        if (item is not null)
            RequireLock().ExpectOf(item, "update", "Update an item by its key to compare nothing.");
        if (ChangesNothing)
            return;
        Lock?.FixForUpdate();
        FixTimes();
    }

    // What the update writes beside what it was told to: the token, the times, index keys that are built from what it changes, and the
    // type's name.
    private UpdateAction[] Derived()
    {
        var updated = Times?.Updated(T.Model);
        var created = Times?.Created(T.Model);
        var token = Lock?.Action();
        var keys = IndexKeyActions<T>.Of(expression, Key, updated, created, token);
        if (T.Model is { Stamps: null, Discriminator: null })
            return keys;

        UpdateAction?[] own = [token, updated, created, ItemTypeAction.Of(T.Model, expression)];
        return Array.TrueForAll(own, static action => action is null) ? keys : [.. keys, .. own.OfType<UpdateAction>()];
    }
}
