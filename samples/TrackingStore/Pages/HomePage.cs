using TrackingStore.Endpoints;

namespace TrackingStore.Pages;

/// <summary>The start page: the experiments with their newest runs.</summary>
internal static class HomePage
{
    /// <summary>Renders the page.</summary>
    public static string Render(IReadOnlyList<HomeSection> sections, string address, bool isCut) => Html.Page("Experiments", $"""
        <p class="soft">Answers MLflow's REST API (version {ServiceEndpoints.Version}). Point a client at it: <code>MLFLOW_TRACKING_URI={Html.Text(address)}</code></p>
        {string.Concat(sections.Select(Section))}
        {(isCut ? """<p class="soft">There are more experiments.</p>""" : "")}
        """);

    private static string Section(HomeSection section) => $"""
        <h2>{Html.Link($"/experiments/{Uri.EscapeDataString(section.Experiment.ExperimentId)}", section.Experiment.Name)} <span class="soft">{Html.Text(section.Experiment.ExperimentId)}</span></h2>
        {Html.Runs(section.NewestRuns)}

        """;
}
