using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>A version that a search finds.</summary>
/// <param name="Version">The version; if it is not whole, only with what the order needs.</param>
/// <param name="Weight">How long its texts are together, in characters.</param>
/// <param name="IsWhole">Whether it has all of its texts and tags.</param>
internal sealed record FoundVersion(ModelVersion Version, long Weight, bool IsWhole);
