using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Counts the children of a parent after some of them were created or deleted: once for those of a batch.</summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
/// <param name="client">The client.</param>
/// <param name="count">The member.</param>
internal sealed class CountHandler<TParent, TChild>(DynamoClient client, MaterializedCount<TParent, TChild> count)
    : IChangeBatchHandler<TChild>
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly CountMaterializer<TParent, TChild> materializer = new(client, count);

    /// <inheritdoc/>
    public string Name => count.ToString();

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<Change<TChild>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var parents = changes.Where(static change => change.Kind is not ChangeKind.Modify)
            .Select(change => count.PlaceOf(change.Key).Parent)
            .Distinct();
        foreach (var parent in parents)
            await materializer.ApplyAsync(parent, cancellationToken).ConfigureAwait(false);
    }
}
