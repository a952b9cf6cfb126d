using DynamoToolkit.Streams;
using DynamoToolkit.Streams.Delivery;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>Brings documents up to date with the changes of a stream.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="index">The index.</param>
internal sealed class OpenSearchHandler<T>(OpenSearchIndex<T> index) : IChangeBatchHandler<T>, IUpkeepHandler
    where T : ITrigramItem<T>
{
    /// <inheritdoc/>
    public string Name => $"OpenSearch.{typeof(T).Name}";

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken) => index.BeginAsync(start, cancellationToken);

    /// <inheritdoc/>
    public Task MissAsync(CancellationToken cancellationToken) => index.MissAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var keys = changes.Where(Matters).Select(static change => change.Key).ToList();
        if (keys.Count == 0)
            return;

        try
        {
            await index.UpdateForHandlerAsync(keys, cancellationToken).ConfigureAwait(false);
        }
        catch (OpenSearchException error) when (error.IsTransient || IsOfIndex(error))
        {
            throw new HandlerUnavailableException(error.Message, error);
        }
    }

    /// <summary>Whether a change can have changed the document.</summary>
    private bool Matters(Change<T> change) =>
        change is not { Old: { } old, New: { } current } || !index.Documents.HaveSameDocument(old, current);

    /// <summary>
    /// Whether no document can be written at the moment: there is no index, it lacks a field that <c>CreateAsync</c> adds, or nobody may
    /// write to it.
    /// </summary>
    private static bool IsOfIndex(OpenSearchException error) => error.StatusCode is 401 or 403
        || error.ErrorType is "index_not_found_exception" or "strict_dynamic_mapping_exception";
}
