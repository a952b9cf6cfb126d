using DynamoToolkit.Patterns.Sharding;

namespace DynamoToolkit;

/// <summary>What tables of sharded item types can do.</summary>
public static class ShardingExtensions
{
    /// <summary>
    /// Moves all items to the number of write shards that the type declares, while programs read and write them. Until it has finished, the
    /// type declares both numbers: <c>[WriteSharded(16, Also = 4, By = …)]</c>.
    /// </summary>
    /// <remarks>
    /// It scans the table. An item of a table whose shard is computed moves in a transaction; an item of an index gets the new key in
    /// an update. Both do nothing if the item has changed meanwhile. Call it until <see cref="SweepResult.Next"/> is null; it may be
    /// stopped and continued at any time, and repeated.
    /// </remarks>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="options">Where to begin, which part to move, and how much capacity to use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">
    /// The type declares no other number of shards of a computed shard. Random shards do not move: an item in memory knows its own.
    /// </exception>
    public static Task<ReshardResult> ReshardAsync<T>(
        this DynamoTable<T> table, SweepOptions? options = null, CancellationToken cancellationToken = default)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new Resharding<T>(table.Handle, options ?? new SweepOptions()).RunAsync(cancellationToken);
    }
}
