using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages;

/// <summary>The page of an experiment.</summary>
internal sealed class ExperimentPage(ExperimentStore experiments, NewestRuns runs, Gate gate)
{
    private const int MaxRuns = 200;

    /// <summary>Adds the page.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPage(RequireAsync, "/experiments/{id}", async (id, cancellationToken) =>
    {
        var experiment = await experiments.GetAsync(id, cancellationToken);
        return Render(experiment, await runs.OfAsync(id, MaxRuns, cancellationToken));
    });

    private Task RequireAsync(HttpContext context, string id) =>
        gate.RequireExperimentAsync(Gate.CallerOf(context) ?? throw Gate.Denied(), id, Permission.READ, context.RequestAborted);

    private static string Render(TaggedExperiment experiment, IReadOnlyList<LoggedRun> newest) => Html.Page(experiment.Experiment.Name, $"""
        {Html.Pairs(Facts(experiment.Experiment))}
        <h2>Tags</h2>
        {Html.Pairs(experiment.Tags.Select(tag => (tag.Name, tag.Value)))}
        <h2>Runs{(newest.Count == MaxRuns ? $", the newest {MaxRuns}" : "")}</h2>
        {Html.Runs(newest)}
        """);

    private static IEnumerable<(string Name, string Value)> Facts(ExperimentItem experiment) =>
    [
        ("Id", experiment.ExperimentId),
        ("Stage", experiment.Lifecycle.ToMessage()),
        ("Created", Html.Time(experiment.CreationTime.ToUnixTimeMilliseconds())),
        ("Artifacts", experiment.ArtifactLocation),
    ];
}
