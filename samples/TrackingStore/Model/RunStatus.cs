namespace TrackingStore.Model;

/// <summary>How far a run is. Names and numbers are MLflow's.</summary>
internal enum RunStatus
{
    RUNNING = 1,
    SCHEDULED = 2,
    FINISHED = 3,
    FAILED = 4,
    KILLED = 5,
}
