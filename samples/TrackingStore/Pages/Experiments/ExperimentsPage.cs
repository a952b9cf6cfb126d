using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Endpoints.Experiments;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol.Filters;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Experiments;

/// <summary>The list of experiments: searched by name, sorted, in use or deleted.</summary>
internal sealed class ExperimentsPage(ExperimentSearch search, ExperimentStore experiments, Gate gate) : IPage
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public void Map(PageRoutes routes)
    {
        var page = routes.Get(Access.SignedIn, PageUrls.Experiments, RenderAsync);
        routes.Get(page, "/");
        routes.Post(Access.SignedIn, "/experiments/create", page, async request =>
        {
            var name = request.Arguments.RequiredExperimentName("name");
            return PageUrls.Experiment(await experiments.CreateAsync(name, null, [], request.Caller.Owner, request.Aborted));
        });
        routes.Post(Access.Experiment(Permission.MANAGE), "/experiments/delete", page, async request =>
        {
            await experiments.DeleteAsync(request.Arguments.RequiredExperimentId(), request.Aborted);
            return request.State.At(PageUrls.Experiments);
        });
        routes.Post(Access.Experiment(Permission.MANAGE), "/experiments/restore", page, async request =>
        {
            await experiments.RestoreAsync(request.Arguments.RequiredExperimentId(), request.Aborted);
            return request.State.At(PageUrls.Experiments);
        });
    }

    private async Task<PageContent> RenderAsync(PageRequest request)
    {
        var granted = await gate.OfExperimentsAsync(request.Context, request.Aborted);
        var stage = StageView.Of(request.Arguments);
        var query = new ExperimentQuery(
            NameSearch.Experiments(request.Arguments),
            ExperimentOrderParser.Parse(request.Arguments.Texts(SortHeadings.Parameter)),
            stage,
            PageSize,
            request.Arguments.Text(Paging.Parameter))
        {
            IsVisible = id => granted(id) >= Permission.READ,
            ShowsTags = false,
        };
        var (found, next) = await search.SearchAsync(query, request.Aborted);
        return new PageContent("Experiments", Html.Of($"""
            {ExperimentTable.Toolbar(request, stage)}
            {ExperimentTable.Of(request, stage, [.. found.Select(one => one.Experiment)], granted)}
            {Paging.Links(PageUrls.Experiments, request.State, next)}
            {Connect(request.Context.Request)}
            """))
        {
            Section = PageSection.Experiments,
            Actions = request.CanChange ? Create(request.State) : default,
        };
    }

    private static Html Create(PageState state) => Html.Of($"""
        <details class="menu"><summary class="primary">New experiment</summary>
        <div class="panel"><form class="form" method="post" action="{state.At("/experiments/create")}">
        <label>Name <input type="text" name="name" required maxlength="{Limits.ExperimentName.ToString()}" autocomplete="off"></label>
        <div><button class="primary">Create</button></div>
        </form></div></details>
        """);

    private static Html Connect(HttpRequest request) => Html.Of($"""
        <p class="note">Log to this server from any MLflow client:
        <code>export MLFLOW_TRACKING_URI={$"{request.Scheme}://{request.Host}"}</code></p>
        """);
}
