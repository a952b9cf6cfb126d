namespace TrackingStore.Values;

/// <summary>What a permission is for.</summary>
/// <param name="Kind">An experiment or a registered model.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">How requests name it: the id of an experiment, the name of a model.</param>
internal sealed record GrantTarget(ResourceKind Kind, string Id, string Name);
