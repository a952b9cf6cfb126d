namespace TrackingStore.Values;

/// <summary>What permissions are given for.</summary>
internal enum ResourceKind
{
    Experiment,
    Model,
}
