using TrackingStore.Protocol;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Pages;

/// <summary>The pages for people: the experiments with their newest runs, one experiment, one run.</summary>
internal sealed class PageEndpoints(ExperimentSearch experiments, ExperimentStore experimentStore, RunSearch search, RunStore runs, ArtifactsOfRun artifacts)
{
    private const int MostExperiments = 100;
    private const int NewestRuns = 5;
    private const int MostRuns = 200;

    /// <summary>Adds the pages.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HomeAsync);
        routes.MapGet("/experiments/{id}", context => ShowAsync(context, ExperimentAsync));
        routes.MapGet("/runs/{id}", context => ShowAsync(context, RunAsync));
    }

    private async Task HomeAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        var (found, next) = await experiments.SearchAsync(
            ExperimentFilter.Parse(null), ExperimentOrder.Parse(["last_update_time DESC"]), ViewType.ACTIVE_ONLY, MostExperiments, null, cancellationToken);
        var sections = new List<HomeSection>();
        foreach (var experiment in found)
        {
            sections.Add(new HomeSection(experiment, await NewestAsync(experiment.ExperimentId, NewestRuns, cancellationToken)));
        }

        await WriteAsync(context, HomePage.Render(sections, $"{context.Request.Scheme}://{context.Request.Host}", isCut: next is not null));
    }

    private async Task<string> ExperimentAsync(string id, CancellationToken cancellationToken)
    {
        var experiment = await experimentStore.GetAsync(id, cancellationToken);
        return ExperimentPage.Render(experiment, await NewestAsync(id, MostRuns, cancellationToken), MostRuns);
    }

    private async Task<string> RunAsync(string id, CancellationToken cancellationToken)
    {
        var run = await runs.GetAsync(id, cancellationToken);
        return RunPage.Render(run, artifacts.List(run.Info.ArtifactUri));
    }

    private async Task<IReadOnlyList<Protocol.Messages.Run>> NewestAsync(string experimentId, int most, CancellationToken cancellationToken) =>
        (await search.SearchAsync(
            new RunQuery([experimentId], RunFilter.Parse(null), RunOrder.Parse([]), ViewType.ACTIVE_ONLY, most, null), cancellationToken)).Page;

    private static async Task ShowAsync(HttpContext context, Func<string, CancellationToken, Task<string>> render)
    {
        try
        {
            await WriteAsync(context, await render((string)context.Request.RouteValues["id"]!, context.RequestAborted));
        }
        catch (MlflowException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            context.Response.StatusCode = e.Status;
            await WriteAsync(context, Html.Page("Not found", $"<p>{Html.Text(e.Message)}.</p>"));
        }
    }

    private static Task WriteAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        // The pages hold what anybody logged: no script may run in them.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
