using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>A search of runs.</summary>
internal sealed record RunQuery(IReadOnlyList<string> ExperimentIds, RunFilter Filter, RunOrder Order, ViewType View, int Size, string? Token);
