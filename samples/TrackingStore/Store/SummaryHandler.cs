using DynamoToolkit;
using DynamoToolkit.Streams;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Summarizes the runs to which something was logged, as the table's stream reports it.</summary>
/// <typeparam name="T">The type of what was logged.</typeparam>
internal sealed class SummaryHandler<T>(RunSummaries summaries) : IChangeBatchHandler<T>
    where T : class, IItem<T>, IRunData
{
    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken) => Many.ForEachAsync(
        changes.Select(change => change.New ?? change.Old).OfType<T>().Select(one => one.RunId).Distinct(),
        async (runId, token) => await summaries.RefreshAsync(runId, token),
        cancellationToken);
}
