using TrackingStore.Protocol.Messages;

namespace TrackingStore.Pages;

/// <summary>The page of an experiment.</summary>
internal static class ExperimentPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(Experiment experiment, IReadOnlyList<Run> runs, int most) => Html.Page(experiment.Name, $"""
        {Html.Pairs([("Id", experiment.ExperimentId), ("Stage", experiment.LifecycleStage), ("Created", Html.Time(experiment.CreationTime)), ("Artifacts", experiment.ArtifactLocation)])}
        <h2>Tags</h2>
        {Html.Pairs((experiment.Tags ?? []).Select(t => (t.Key, t.Value)))}
        <h2>Runs{(runs.Count == most ? $", the newest {most}" : "")}</h2>
        {Html.Runs(runs)}
        """);
}
