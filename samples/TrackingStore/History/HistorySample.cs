namespace TrackingStore.History;

/// <summary>Points of a history.</summary>
/// <param name="Points">The points, in the order of the history.</param>
/// <param name="IsThinned">Whether there are more, and these are spread evenly.</param>
internal sealed record HistorySample(IReadOnlyList<HistoryPoint> Points, bool IsThinned = false);
