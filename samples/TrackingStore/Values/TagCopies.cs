namespace TrackingStore.Values;

/// <summary>Whether each run's item has copies of the run's tags, which a search by tags then uses.</summary>
/// <param name="AreKept">
/// Whether a materializer keeps them. If not, those that an item may have are old, and a search reads the tags themselves.
/// </param>
internal sealed record TagCopies(bool AreKept);
