using DynamoToolkit;
using TrackingStore.Errors;

namespace TrackingStore.Store;

/// <summary>A check that a model or a version exists, and the error if it does not.</summary>
internal sealed record TallyOwner(IWriteOperation Check, TrackingError Missing)
{
    /// <summary>The error of the first one that does not exist, as a canceled transaction shows it; null if all do.</summary>
    public static TrackingError? FindMissing(IReadOnlyList<TallyOwner> owners, TransactWriteCanceledException canceled) =>
        owners.FirstOrDefault(owner => canceled.ConditionFailed(owner.Check))?.Missing;
}
