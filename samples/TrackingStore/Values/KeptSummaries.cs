namespace TrackingStore.Values;

/// <summary>Whether each run's item has a summary of what was logged to the run, which searches then use.</summary>
/// <param name="AreKept">
/// Whether the table's stream keeps them. If not, those that an item may have are old, and a search reads what was logged itself.
/// </param>
internal sealed record KeptSummaries(bool AreKept);
