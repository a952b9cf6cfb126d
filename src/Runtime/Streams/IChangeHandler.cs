using DynamoToolkit.Streams.Delivery;

namespace DynamoToolkit.Streams;

/// <summary>
/// Handles the changes of items of one type. It must be idempotent: a change can come more than once, also when its successor was handled
/// before. It gets the changes of one item one after another, and those of different items at the same time.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
public interface IChangeHandler<T>
    where T : IItem<T>
{
    /// <summary>
    /// The handler's name in dead letters, metrics and logs. It must stay the same, and no two handlers of a consumer may share it. By
    /// default the name of the class, with those of its type arguments.
    /// </summary>
    string Name => HandlerName.Of(GetType());

    /// <summary>What happens to an item if the handler fails on one of its changes again and again.</summary>
    FailurePolicy OnFailure { get; }

    /// <summary>
    /// For a type with versions: whether the handler gets the changes of version 0, the copy of the latest version, and not those of the
    /// numbered versions. By default it gets the numbered versions, as a query does.
    /// </summary>
    bool HandlesLatest => false;

    /// <summary>Handles a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">
    /// Cancelled if the worker stops at once, or loses the shard. The change then comes again, here or to another worker.
    /// </param>
    Task HandleAsync(Change<T> change, CancellationToken cancellationToken);
}
