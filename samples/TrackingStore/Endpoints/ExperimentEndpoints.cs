using TrackingStore.Artifacts;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints;

/// <summary><c>/experiments</c>.</summary>
internal sealed class ExperimentEndpoints(ExperimentStore experiments, ExperimentSearch search, InputStore inputs)
{
    private const int LargestPage = 50_000;
    private const int StandardPage = 1000;
    private const int MostExperiments = 20;

    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes) => new MlflowApi(routes, "/2.0/mlflow/experiments")
        .Post("create", CreateAsync)
        .Get("get", async (a, ct) => new ExperimentReply(await experiments.GetAsync(a.RequiredText("experiment_id"), ct)))
        .Get("get-by-name", async (a, ct) => new ExperimentReply(await experiments.GetByNameAsync(a.RequiredText("experiment_name"), ct)))
        .GetOrPost("search", SearchAsync)
        .Post("update", UpdateAsync)
        .Post("delete", DeleteAsync)
        .Post("restore", RestoreAsync)
        .Post("set-experiment-tag", SetTagAsync)
        .Post("delete-experiment-tag", DeleteTagAsync)
        .Post("search-datasets", SearchDatasetsAsync);

    private async Task<ExperimentIdReply> CreateAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var name = NameOf(arguments, "name");
        var location = arguments.Text("artifact_location");
        if (!string.IsNullOrEmpty(location))
        {
            Limits.RequireLength(location, "artifact_location", Limits.ArtifactLocation);
            ArtifactLocations.Require(location);
        }

        var tags = arguments.Messages("tags").Select(TagOf).ToList();
        return new ExperimentIdReply(await experiments.CreateAsync(name, location, tags, cancellationToken));
    }

    private async Task<ExperimentsReply> SearchAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var size = Limits.PageSize(arguments, StandardPage, 1, LargestPage);
        var filter = ExperimentFilter.Parse(arguments.Text("filter"));
        var order = ExperimentOrder.Parse(arguments.Texts("order_by"));
        var view = arguments.Enum<ViewType>("view_type") ?? ViewType.ACTIVE_ONLY;
        var (page, next) = await search.SearchAsync(filter, order, view, size, arguments.Text("page_token"), cancellationToken);
        return new ExperimentsReply(page.OrAbsent(), next);
    }

    private async Task<EmptyReply> UpdateAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await experiments.RenameAsync(arguments.RequiredText("experiment_id"), NameOf(arguments, "new_name"), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> DeleteAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await experiments.DeleteAsync(arguments.RequiredText("experiment_id"), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> RestoreAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await experiments.RestoreAsync(arguments.RequiredText("experiment_id"), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> SetTagAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await experiments.SetTagAsync(arguments.RequiredText("experiment_id"), TagOf(arguments), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> DeleteTagAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await experiments.DeleteTagAsync(arguments.RequiredText("experiment_id"), arguments.RequiredText("key"), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<DatasetSummariesReply> SearchDatasetsAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var ids = arguments.Texts("experiment_ids");
        if (ids.Count == 0) throw MlflowException.Invalid("SearchDatasets request must specify at least one experiment_id.");
        if (ids.Count > MostExperiments)
        {
            throw MlflowException.Invalid(
                $"SearchDatasets request cannot specify more than {MostExperiments} experiment_ids. Received {ids.Count} experiment_ids.");
        }

        return new DatasetSummariesReply((await inputs.SummariesAsync(ids, cancellationToken)).OrAbsent());
    }

    private static string NameOf(Arguments arguments, string parameter)
    {
        var name = arguments.RequiredText(parameter);
        Limits.RequireLength(name, parameter, Limits.ExperimentName);
        return name;
    }

    private static NamedValue TagOf(Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        Names.Require(key, arguments.PathOf("key"));
        Limits.RequireLength(value, arguments.PathOf("value"), Limits.ExperimentTagValue);
        return new NamedValue(key, value);
    }
}
