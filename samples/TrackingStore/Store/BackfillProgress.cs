namespace TrackingStore.Store;

/// <summary>What a backfill has done so far.</summary>
/// <param name="What">What it looks at.</param>
/// <param name="Looked">How many it has looked at.</param>
/// <param name="Corrected">How many it has corrected.</param>
/// <param name="Units">The capacity units that this took.</param>
/// <param name="Next">Where to continue; null at the end.</param>
internal sealed record BackfillProgress(string What, long Looked, long Corrected, double Units, string? Next);
