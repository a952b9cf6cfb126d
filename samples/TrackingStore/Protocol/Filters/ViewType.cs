namespace TrackingStore.Protocol.Filters;

/// <summary>Which lifecycle stages a search shows. Names and numbers are MLflow's.</summary>
internal enum ViewType
{
    ACTIVE_ONLY = 1,
    DELETED_ONLY = 2,
    ALL = 3,
}
