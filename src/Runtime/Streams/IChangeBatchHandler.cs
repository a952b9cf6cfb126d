namespace DynamoToolkit.Streams;

/// <summary>
/// Handles changes in batches, which is worth it if a request of its own can have several items. A batch has the changes in their order,
/// and may have several of one item. If a batch fails, its halves are handled one after the other, and so on, until the change is found
/// that fails alone. So a change of a batch may come again although it was handled.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
public interface IChangeBatchHandler<T> : IChangeHandler<T>
    where T : IItem<T>
{
    /// <summary>The maximum number of changes in a batch. The default is 100.</summary>
    int MaxBatchSize => 100;

    /// <summary>Handles changes.</summary>
    /// <param name="changes">The changes, at least one.</param>
    /// <param name="cancellationToken">Cancelled if the worker stops at once, or loses the shard. The changes then come again.</param>
    Task HandleAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken);

    Task IChangeHandler<T>.HandleAsync(Change<T> change, CancellationToken cancellationToken) => HandleAsync([change], cancellationToken);
}
