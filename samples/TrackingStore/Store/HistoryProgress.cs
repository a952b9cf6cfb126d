namespace TrackingStore.Store;

/// <summary>What the packing of histories has done so far.</summary>
/// <param name="Runs">How many runs it has looked at.</param>
/// <param name="Points">How many points had an item each.</param>
/// <param name="Packs">How many packs it has merged.</param>
/// <param name="Next">The experiment to continue with; null at the end.</param>
internal sealed record HistoryProgress(long Runs, long Points, long Packs, string? Next);
