using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Endpoints.Experiments;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Runs;

/// <summary>The page of an experiment: the table of its runs.</summary>
internal sealed class ExperimentPage(
    ExperimentStore experiments, RunTableReader reader, RunColumns columns, RunStages stages, Gate gate) : IPage
{
    private const string Path = "/experiments/{experiment_id}";

    /// <inheritdoc/>
    public void Map(PageRoutes routes)
    {
        var page = routes.Get(Access.Experiment(Permission.READ), Path, RenderAsync);
        routes.Post(Access.Experiment(Permission.EDIT), Path + "/rename", page, async request =>
        {
            var name = request.Arguments.RequiredExperimentName("new_name");
            await experiments.RenameAsync(IdOf(request), name, request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Experiment(Permission.MANAGE), Path + "/delete", page, async request =>
        {
            await experiments.DeleteAsync(IdOf(request), request.Aborted);
            return PageUrls.Experiments;
        });
        routes.Post(Access.Experiment(Permission.MANAGE), Path + "/restore", page, async request =>
        {
            await experiments.RestoreAsync(IdOf(request), request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Experiment(Permission.MANAGE), Path + "/runs/delete", page, request =>
            ChangeAsync(request, (run, cancellationToken) => stages.DeleteAsync(run, cancellationToken)));
        routes.Post(Access.Experiment(Permission.MANAGE), Path + "/runs/restore", page, request =>
            ChangeAsync(request, async (run, cancellationToken) =>
            {
                if (!await stages.RestoreAsync(run, cancellationToken)) throw RunStore.Missing(run.RunId);
            }));
    }

    private static string IdOf(PageRequest request) => request.Arguments.RequiredExperimentId();

    private static string PathOf(PageRequest request) => request.State.At(PageUrls.Experiment(IdOf(request)));

    /// <summary>Changes runs of the experiment for which the caller has the permission, and no others.</summary>
    private async Task<string> ChangeAsync(PageRequest request, Func<RunItem, CancellationToken, Task> change)
    {
        var ids = RunView.Selected(request.Arguments);
        var runs = (await columns.FindAsync(ids, request.Aborted))
            .Where(run => run.ExperimentId == IdOf(request)).ToDictionary(run => run.RunId);
        var selected = ids.Select(id => runs.GetValueOrDefault(id) ?? throw RunStore.Missing(id)).ToList();
        await Many.ForEachAsync(selected, async (run, token) => await change(run, token), request.Aborted);
        return PathOf(request);
    }

    private async Task<PageContent> RenderAsync(PageRequest request)
    {
        var experiment = await experiments.GetAsync(IdOf(request), request.Aborted);
        var granted = await gate.OfExperimentAsync(request.Caller, experiment.Experiment.ExperimentId, request.Aborted);
        request = request with { Granted = granted };
        var path = PageUrls.Experiment(experiment.Experiment.ExperimentId);
        var view = new RunView(request.Arguments);
        RunTableData? data = null;
        string? problem = null;
        try
        {
            data = await reader.ReadAsync(experiment.Experiment.ExperimentId, view, request.Aborted);
        }
        catch (Exception e) when (Refusals.Of(e) is { Status: < 500 } refusal)
        {
            // The search cannot be understood: what was typed stays, and what is wrong stands below it.
            problem = refusal.Message;
            request.Context.Response.StatusCode = refusal.Status;
        }

        return new PageContent(experiment.Experiment.Name, Html.Of($"""
            {ExperimentHeader.About(experiment)}
            {new RunToolbar(path, request, view).Of(data, problem)}
            {(data is null ? default : new RunTable(path, request, view).Of(data))}
            {(data is null ? default : Paging.Links(path, request.State, data.Next))}
            """))
        {
            Section = PageSection.Experiments,
            Crumbs = [(PageUrls.Experiments, "Experiments")],
            BesideHeading = Pieces.Stage(experiment.Experiment.Lifecycle),
            Actions = ExperimentHeader.Actions(path, request, experiment.Experiment),
            IsWide = true,
            Scripts = ["run-table.js"],
        };
    }
}
