using DynamoToolkit.Patterns.Materializers;

namespace DynamoToolkit;

/// <summary>Computes materialized members from their children, without a stream.</summary>
public static class MaterializerExtensions
{
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
