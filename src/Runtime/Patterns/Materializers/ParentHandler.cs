using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// Computes the materialized members of a parent that was put: a new one, whose children may be older, or one that was replaced together
/// with what the materializers had stored beside the members.
/// </summary>
/// <typeparam name="T">The type of the parents.</typeparam>
/// <param name="client">The client.</param>
internal sealed class ParentHandler<T>(DynamoClient client) : IChangeHandler<MaterializedParent<T>>
    where T : IItem<T>
{
    private readonly IReadOnlyList<(MaterializedMember Member, Materializer Materializer)> materializers =
        [.. T.Model.Materialized.Zip(new MaterializerFactory(client).Of(T.Model))];

    /// <inheritdoc/>
    public string Name => T.Model.ItemType.Name;

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public async Task HandleAsync(Change<MaterializedParent<T>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.New is not { } parent)
            return;
        foreach (var (_, materializer) in materializers.Where(one => parent.StateOf(one.Member).Source is null))
        {
            await materializer
                .RebuildAsync(parent.Key.Partition, parent.Key.Sort, onlyIfNew: true, budget: null, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
