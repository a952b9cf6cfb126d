namespace TrackingStore.Store;

/// <summary>What an item belongs to.</summary>
internal enum PartOwnerKind
{
    Experiment,
    Run,
    Model,
    Version,
    LoggedModel,
}
