using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// Computes the materialized members of a parent that was put: a new one, whose children may be older, or one that was replaced together
/// with what the materializers had stored beside the members.
/// </summary>
/// <typeparam name="T">The type of the parents.</typeparam>
/// <param name="client">The client.</param>
internal sealed class ParentHandler<T>(DynamoClient client) : IChangeHandler<T>
    where T : IItem<T>
{
    private readonly IReadOnlyList<Materializer> materializers = new MaterializerFactory(client).Of(T.Model);

    /// <inheritdoc/>
    public string Name => T.Model.ItemType.Name;

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public async Task HandleAsync(Change<T> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Kind is ChangeKind.Remove or ChangeKind.Expired)
            return;

        // A record does not tell a put from an update; the item as it is now does.
        foreach (var materializer in materializers)
        {
            await materializer
                .RebuildAsync(change.Key.Partition, change.Key.Sort, onlyIfNew: true, budget: null, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
