using DynamoToolkit.Patterns.Materializers;
using DynamoToolkit.Streams;

namespace DynamoToolkit;

/// <summary>Keeps materialized members equal to what they are computed from.</summary>
public static class MaterializerExtensions
{
    /// <summary>
    /// Creates the handler that applies the changes of children to a member of their parents:
    /// <c>runs.Materializer(Run.Materialized.Tags)</c>. The handler of the parents' own changes is needed as well.
    /// </summary>
    /// <remarks>
    /// It reads the parent and the child, consistently, and updates the parent; for a number of children it reads all of them. What it
    /// writes is what the table holds, so changes may arrive twice, late or in any order. An item whose change fails is parked.
    /// </remarks>
    /// <typeparam name="TParent">The type that has the member.</typeparam>
    /// <typeparam name="TChild">The type of the children.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="member">The member.</param>
    public static IChangeHandler<TChild> Materializer<TParent, TChild>(
        this DynamoTable<TParent> table, MaterializedMember<TParent, TChild> member)
        where TParent : IMaterializedItem<TParent>
        where TChild : IItem<TChild>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(member);
        return member switch
        {
            MaterializedMap<TParent, TChild> map => new MapHandler<TParent, TChild>(table.Client, map),
            MaterializedCount<TParent, TChild> count => new CountHandler<TParent, TChild>(table.Client, count),
            _ => throw new ArgumentException($"No materializer is known for {member}.", nameof(member)),
        };
    }

    /// <summary>
    /// Creates the handler of the changes of the parents themselves: <c>runs.Materializer()</c>. It computes all materialized members of an
    /// item that was created or replaced, because its children may be older.
    /// </summary>
    /// <remarks>It reads the item, consistently, and its children if no materializer has written the members since the last put.</remarks>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    public static IChangeHandler<T> Materializer<T>(this DynamoTable<T> table)
        where T : IMaterializedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ParentHandler<T>(table.Client);
    }

    /// <summary>
    /// Adds the materializers of a type to a consumer of the table's stream: the handlers of its items' changes, and of those of their
    /// children.
    /// </summary>
    /// <typeparam name="T">The item type that has the materialized members.</typeparam>
    /// <param name="consumer">The consumer.</param>
    public static StreamConsumer AddMaterializers<T>(this StreamConsumer consumer)
        where T : IMaterializedItem<T>
    {
        ArgumentNullException.ThrowIfNull(consumer);
        var registration = new HandlerRegistration(consumer);
        foreach (var member in T.Model.Materialized)
            member.Accept(registration);
        return consumer.AddHandler(consumer.Client.Table<T>().Materializer());
    }

    /// <summary>
    /// Computes the materialized members of one item from the children as they are now. Do this after a repair by hand; a stream and a
    /// backfill do the same by themselves.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key. Without such an item, the call does nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task MaterializeAsync<T>(this DynamoTable<T> table, ItemKey<T> key, CancellationToken cancellationToken = default)
        where T : IMaterializedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var materializer in new MaterializerFactory(table.Client).Of(T.Model))
        {
            await materializer.RebuildAsync(key.Partition, key.Sort, onlyIfNew: false, budget: null, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Computes the materialized members of all items of the type: of items from before the type had them, and after the stream was off or
    /// lost records. Call it until <see cref="SweepResult.Next"/> is null; it may be stopped and continued at any time, and repeated.
    /// Writers, and the materializers of a running stream, may work meanwhile: neither undoes what another did.
    /// </summary>
    /// <remarks>
    /// It scans the table, reads each item again with its children, consistently, and writes the members whose content differs.
    /// </remarks>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="options">Where to begin, and how much capacity to use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<MaterializedBackfillResult> BackfillMaterializedAsync<T>(
        this DynamoTable<T> table, SweepOptions? options = null, CancellationToken cancellationToken = default)
        where T : IMaterializedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new MaterializedBackfill<T>(table, options ?? new SweepOptions()).RunAsync(cancellationToken);
    }
}
