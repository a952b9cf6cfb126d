namespace TrackingStore.Store;

/// <summary>What an item belongs to.</summary>
internal enum PartOwnerKind
{
    Run,
    Model,
    LoggedModel,
}
