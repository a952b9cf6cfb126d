using TrackingStore.Endpoints;
using TrackingStore.Endpoints.Service;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Pages;

/// <summary>The start page: the experiments with their newest runs.</summary>
internal sealed class HomePage(ExperimentSearch experiments, NewestRuns runs, Gate gate)
{
    private const int MaxExperiments = 100;
    private const int MaxRuns = 5;

    /// <summary>Adds the page.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        var query = new ExperimentQuery(
            ExperimentFilter.Everything, ExperimentOrder.LastUpdatedFirst, LifecycleStage.Active, MaxExperiments, null)
        {
            IsVisible = await gate.ReadableAsync(context, cancellationToken),
        };
        var (page, next) = await experiments.SearchAsync(query, cancellationToken);
        var sections = new List<string>();
        foreach (var (experiment, _) in page)
            sections.Add(Section(experiment, await runs.OfAsync(experiment.ExperimentId, MaxRuns, cancellationToken)));

        var address = $"{context.Request.Scheme}://{context.Request.Host}";
        await Page.WriteAsync(context, Render(sections, address, isCut: next is not null));
    }

    private static string Render(IReadOnlyList<string> sections, string address, bool isCut) => Html.Page("Experiments", $"""
        <p class="soft">Answers MLflow's REST API (version {ServerVersion.Number}).
        Point a client at it: <code>MLFLOW_TRACKING_URI={Html.Text(address)}</code></p>
        {string.Concat(sections)}
        {(isCut ? """<p class="soft">There are more experiments.</p>""" : "")}
        """);

    private static string Section(ExperimentItem experiment, IReadOnlyList<LoggedRun> newest)
    {
        var link = Html.Link($"/experiments/{Uri.EscapeDataString(experiment.ExperimentId)}", experiment.Name);
        return $"""
            <h2>{link} <span class="soft">{Html.Text(experiment.ExperimentId)}</span></h2>
            {Html.Runs(newest)}

            """;
    }
}
