namespace TrackingStore.Store;

/// <summary>The experiment, run, model or version that an item belongs to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, or the id of the version's model.</param>
/// <param name="Version">The number of a version; 0 for all others.</param>
internal readonly record struct PartOwner(PartOwnerKind Kind, string Id, long Version = 0);
