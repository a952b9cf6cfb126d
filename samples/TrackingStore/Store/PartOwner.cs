namespace TrackingStore.Store;

/// <summary>The run or model that an item belongs to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct PartOwner(PartOwnerKind Kind, string Id);
