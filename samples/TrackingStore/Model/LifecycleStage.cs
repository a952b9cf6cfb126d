namespace TrackingStore.Model;

/// <summary>Whether an experiment or run is in use or deleted; deleted ones can be restored.</summary>
internal enum LifecycleStage
{
    Active,
    Deleted,
}
