using DynamoToolkit.Streams;
using DynamoToolkit.Streams.Delivery;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Keeps the trigram indexes of a type after changes of its items, as far as the writers do not.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
internal sealed class TrigramHandler<T>(DynamoTable<T> table) : IChangeHandler<T>, IUpkeepHandler
    where T : IItem<T>
{
    private readonly PostingUpkeep<T> upkeep = new(table.Handle);
    private readonly UpkeepMarks<T> marks = new(table.Handle);

    /// <inheritdoc/>
    public string Name => T.Model.ItemType.Name + ".Trigrams";

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken) => marks.StartAsync(start, cancellationToken);

    /// <inheritdoc/>
    public Task MissAsync(CancellationToken cancellationToken) => marks.MissAsync(cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(Change<T> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);

        // The postings of an item that has expired expire with it. A change of something else than the texts has none.
        return change.Kind is ChangeKind.Expired || HasSameTexts(change)
            ? Task.CompletedTask
            : upkeep.ApplyAsync(change.Key, budget: null, cancellationToken);
    }

    private static bool HasSameTexts(Change<T> change) =>
        change is { Kind: ChangeKind.Modify, Old: { } old, New: { } changed }
        && PostingUpkeep<T>.TextsOf(old).SequenceEqual(PostingUpkeep<T>.TextsOf(changed));
}
