namespace TrackingStore.Model;

/// <summary>How far a version of a model is on its way into use. Names are MLflow's.</summary>
internal enum ModelStage
{
    None,
    Staging,
    Production,
    Archived,
}
