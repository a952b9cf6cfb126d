namespace TrackingStore.Model;

/// <summary>An experiment as its items say it: its own, and those of its tags.</summary>
internal sealed record TaggedExperiment(ExperimentItem Experiment, IReadOnlyList<ExperimentTagItem> Tags)
{
    /// <summary>The value of a tag.</summary>
    public string? TagOf(string name) => Tags.FirstOrDefault(t => t.Name == name)?.Value;
}
