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
        KeyRules.ThrowIfTableKey(T.Model, action.Path);
        ItemTypeAction.ThrowIfTypeName(T.Model, action.Path);
        ThrowIfStamp(action.Path);
        ThrowIfTracked(action.Path);
        ThrowIfOfVersions(action.Path);
        ThrowIfMaterialized(action.Path);
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
    private IReadOnlyList<UpdateAction> Derived()
    {
        var updated = Times?.Updated(T.Model);
        var created = Times?.Created(T.Model);
        var keys = IndexKeyActions<T>.Of(expression, Key, updated, created);
        if (T.Model is { Stamps: null, Discriminator: null })
            return keys;

        UpdateAction?[] own = [Lock?.Action(), updated, created, ItemTypeAction.Of(T.Model, expression)];
        return Array.TrueForAll(own, static action => action is null) ? keys : [.. keys, .. own.OfType<UpdateAction>()];
    }

    private static void ThrowIfTracked(AttributePath path)
    {
        if (T.Model.Trigrams?.DependsOn(path.RootName) == true)
        {
            throw new ArgumentException(
                $"A trigram index of {T.Model.ItemType.Name} depends on '{path.RootName}', and an update can't change the index. Change "
                + "the item with ChangeAsync.");
        }

        if (T.Model.Unique?.DependsOn(path.RootName) == true)
        {
            throw new ArgumentException(
                $"'{path.RootName}' is part of a unique value of {T.Model.ItemType.Name}, or says how long one is reserved, and an update "
                + "can't reserve values. Change the item with ChangeAsync.");
        }
    }

    private static void ThrowIfMaterialized(AttributePath path)
    {
        foreach (var member in T.Model.Materialized)
        {
            if (path.RootName == member.AttributeName || path.RootName == member.SourceAttributeName)
            {
                throw new ArgumentException(
                    $"'{path.RootName}' is computed from items of {member.Child.ItemType.Name}, and only a materializer writes it. "
                    + "Change those items.");
            }
        }
    }

    private static void ThrowIfOfVersions(AttributePath path)
    {
        if (T.Model.Versions is { } versions && versions.IsOfLatestOnly(path.RootName))
        {
            throw new ArgumentException(
                $"'{path.RootName}' is written only by saves of versions of a {T.Model.ItemType.Name}. Leave it out of the update.");
        }
    }

    private static void ThrowIfStamp(AttributePath path)
    {
        if (T.Model.Stamps is { } stamps && stamps.Sets(path.RootName))
        {
            throw new ArgumentException(
                $"'{path.RootName}' is a concurrency token or a time of {T.Model.ItemType.Name}, and every update sets it by itself. "
                + "Leave it out of the update, or put the item.");
        }
    }
}
