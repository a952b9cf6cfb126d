using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Counts the children of a parent after each of them that was created or deleted.</summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
/// <param name="client">The client.</param>
/// <param name="count">The member.</param>
internal sealed class CountHandler<TParent, TChild>(DynamoClient client, MaterializedCount<TParent, TChild> count) : IChangeHandler<TChild>
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly CountMaterializer<TParent, TChild> materializer = new(client, count);

    /// <inheritdoc/>
    public string Name => count.ToString();

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public Task HandleAsync(Change<TChild> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Kind is ChangeKind.Modify ? Task.CompletedTask : materializer.ApplyAsync(change.Key, cancellationToken);
    }
}
