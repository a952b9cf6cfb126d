using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>A run and what it is sorted by.</summary>
/// <param name="Run">The run.</param>
/// <param name="Values">Its value for each key of the order.</param>
internal readonly record struct RankedRun(LoggedRun Run, OrderValue[] Values);
