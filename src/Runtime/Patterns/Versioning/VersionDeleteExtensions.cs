using DynamoToolkit.Patterns.Versioning;

namespace DynamoToolkit;

/// <summary>Deletes versions of types with <see cref="VersionControlledAttribute"/>.</summary>
public static class VersionDeleteExtensions
{
    /// <summary>
    /// Deletes all versions of an item: in batches from the oldest on, and at last the latest version together with version 0, its copy. If
    /// it is interrupted, the latest version can still be read, and another call continues. Deleting a history that does not exist succeeds.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of versions that were deleted.</returns>
    /// <exception cref="VersionConflictException">
    /// Another writer saved a version meanwhile, which was not deleted. Older versions were.
    /// </exception>
    public static Task<int> DeleteHistoryAsync<T>(
        this DynamoTable<T> table, ItemHistory<T> history, CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new HistoryDeletion<T>(table, history).DeleteAllAsync(cancellationToken);
    }

    /// <summary>Deletes the oldest versions of an item, in batches. The latest version stays in any case. Another call continues.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="keep">How many versions to keep, the latest one included.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of versions that were deleted.</returns>
    public static Task<int> PruneVersionsAsync<T>(
        this DynamoTable<T> table, ItemHistory<T> history, int keep, CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        return new HistoryDeletion<T>(table, history).DeleteAllButAsync(keep, cancellationToken);
    }

    /// <summary>
    /// Deletes the versions of an item that were saved before a time, in batches, up to the first one that was not. The latest version stays
    /// in any case. Another call continues.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="savedBefore">The time, which is compared with the member that has <see cref="UpdatedAtAttribute"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of versions that were deleted.</returns>
    /// <exception cref="InvalidOperationException">The type has no member with <see cref="UpdatedAtAttribute"/>.</exception>
    public static Task<int> PruneVersionsAsync<T>(
        this DynamoTable<T> table, ItemHistory<T> history, DateTimeOffset savedBefore, CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new HistoryDeletion<T>(table, history).DeleteBeforeAsync(savedBefore, cancellationToken);
    }
}
