namespace TrackingStore.Values;

/// <summary>Below which URI new experiments have their artifacts, unless they name a place themselves.</summary>
/// <param name="Uri">The URI: of this server's endpoints, or of the place itself, which clients then use without this server.</param>
internal sealed record DefaultArtifactRoot(string Uri)
{
    /// <summary>The location of an experiment that names none.</summary>
    public string OfExperiment(string experimentId) => $"{Uri.TrimEnd('/')}/{experimentId}";
}
