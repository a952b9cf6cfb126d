namespace TrackingStore.Store;

/// <summary>What a clean-up has removed, or would remove.</summary>
/// <param name="Runs">Deleted runs, with all that was logged to them and their artifacts.</param>
/// <param name="LoggedModels">Deleted logged models, with their files.</param>
/// <param name="Owners">
/// Experiments, runs, models and versions that do not exist but have items, which a request that broke off has left, or one that was under
/// way while they were removed.
/// </param>
internal sealed record CleanUpReport(int Runs, int LoggedModels, int Owners)
{
    /// <summary>Deleted experiments, with all that was in them.</summary>
    public int Experiments { get; init; }

    /// <summary>Uploads of artifacts in parts that were not finished.</summary>
    public int Uploads { get; init; }
}
