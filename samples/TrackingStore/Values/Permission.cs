namespace TrackingStore.Values;

/// <summary>What a user may do with an experiment or a model; the member's name is MLflow's. Each one includes those before it.</summary>
internal enum Permission
{
    NO_PERMISSIONS,
    READ,
    EDIT,
    MANAGE,
}
