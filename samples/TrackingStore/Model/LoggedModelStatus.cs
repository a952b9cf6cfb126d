namespace TrackingStore.Model;

/// <summary>How far a logged model is. Names and numbers are MLflow's.</summary>
internal enum LoggedModelStatus
{
    LOGGED_MODEL_PENDING = 1,
    LOGGED_MODEL_READY = 2,
    LOGGED_MODEL_UPLOAD_FAILED = 3,
}
