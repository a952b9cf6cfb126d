using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Applies the changes of children to the map of their parent.</summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
/// <param name="client">The client.</param>
/// <param name="map">The member.</param>
internal sealed class MapHandler<TParent, TChild>(DynamoClient client, MaterializedMap<TParent, TChild> map) : IChangeHandler<TChild>
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly MapMaterializer<TParent, TChild> materializer = new(client, map);

    /// <inheritdoc/>
    public string Name => map.ToString();

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public Task HandleAsync(Change<TChild> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);

        // A change of something else than the copied value.
        if (change is { Kind: ChangeKind.Modify, Old: { } old, New: { } changed } && map.ValueOf(old) == map.ValueOf(changed))
            return Task.CompletedTask;
        return materializer.ApplyAsync(change.Key, SourcePosition.Of(change.SequenceNumber, change.EventId), cancellationToken);
    }
}
