namespace TrackingStore.Values;

/// <summary>A point of a metric that a run logs for a logged model.</summary>
/// <param name="ModelId">The id of the model.</param>
/// <param name="Point">The point.</param>
/// <param name="DatasetName">The data set on which it was measured; null if the client names none.</param>
/// <param name="DatasetDigest">The digest of the data set.</param>
internal sealed record ModelPoint(string ModelId, MetricPoint Point, string? DatasetName, string? DatasetDigest);
