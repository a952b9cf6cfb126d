namespace TrackingStore.Values;

/// <summary>A run to create. Its name is also among its tags.</summary>
internal sealed record NewRun(string ExperimentId, string UserId, string Name, long StartTime, IReadOnlyList<NamedValue> Tags);
