namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Keeps the number of children in their parent.</summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
/// <param name="client">The client.</param>
/// <param name="count">The member.</param>
internal sealed class CountMaterializer<TParent, TChild>(DynamoClient client, MaterializedCount<TParent, TChild> count) : Materializer
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly MaterializedTarget<TParent> target = new(client.Table<TParent>().Handle, count);
    private readonly ChildReader<TParent, TChild> children = new(client.Table<TChild>().Handle, count);

    /// <summary>Counts the children of a parent after one was created or deleted.</summary>
    /// <param name="parent">The key of the parent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ApplyAsync(ItemKey<TParent> parent, CancellationToken cancellationToken) =>
        CountAsync(parent, isForChange: true, onlyIfNew: false, budget: null, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> RebuildAsync(
        KeyValue partition, KeyValue sort, bool onlyIfNew, SweepBudget? budget, CancellationToken cancellationToken) =>
        CountAsync(new ItemKey<TParent>(partition, sort), isForChange: false, onlyIfNew, budget, cancellationToken);

    private Task<bool> CountAsync(
        ItemKey<TParent> parent, bool isForChange, bool onlyIfNew, SweepBudget? budget, CancellationToken cancellationToken) =>
        RetryAsync(
            client.Context,
            () => TryCountAsync(parent, isForChange, onlyIfNew, budget, cancellationToken),
            () => $"{count} of '{parent}'",
            cancellationToken);

    private async Task<bool?> TryCountAsync(
        ItemKey<TParent> parent, bool isForChange, bool onlyIfNew, SweepBudget? budget, CancellationToken cancellationToken)
    {
        if (await target.ReadAsync(parent, budget, cancellationToken).ConfigureAwait(false) is not { } state)
            return false;
        if (onlyIfNew && state.Source is not null)
            return false;
        var number = 0L;
        await children.ReadAllAsync(parent, (_, _) => number++, budget, cancellationToken).ConfigureAwait(false);

        // For a change it is written in any case: that fails others who counted before the change, and have not written yet.
        var isRight = state.Count == number;
        if (isRight && !isForChange && state.Source is not null)
            return false;
        var before = state.Source ?? MaterializedSource.New();
        var after = before with { Number = before.Number + 1 };
        return await target.TryReplaceAsync(parent, state, target.Set(number), after, budget, cancellationToken).ConfigureAwait(false)
            ? !isRight
            : null;
    }
}
