using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints;

/// <summary><c>/runs</c>: the runs themselves and their tags.</summary>
internal sealed class RunEndpoints(RunStore runs, RunSearch search)
{
    private const int StandardPage = 1000;

    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes) => new MlflowApi(routes, "/2.0/mlflow/runs")
        .Post("create", CreateAsync)
        .Get("get", async (a, ct) => new RunReply(await runs.GetAsync(a.RequiredRunId(), ct)))
        .Post("update", UpdateAsync)
        .Post("delete", DeleteAsync)
        .Post("restore", RestoreAsync)
        .Post("search", SearchAsync)
        .Post("set-tag", SetTagAsync)
        .Post("delete-tag", DeleteTagAsync);

    private async Task<RunReply> CreateAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var run = new NewRun(
            arguments.Text("experiment_id") is { Length: > 0 } id ? id : ExperimentStore.DefaultId,
            Limits.Truncate(arguments.Text("user_id") ?? "", Limits.UserId),
            RunNames.Choose(arguments.Text("run_name"), [.. arguments.Messages("tags").Select(LoggedValues.Tag)], out var tags),
            arguments.Int64("start_time") ?? 0,
            tags);
        return new RunReply(await runs.CreateAsync(run, cancellationToken));
    }

    private async Task<RunInfoReply> UpdateAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var name = arguments.Text("run_name");
        var info = await runs.UpdateAsync(
            arguments.RequiredRunId(),
            arguments.Enum<RunStatus>("status"),
            arguments.Int64("end_time"),
            string.IsNullOrEmpty(name) ? null : Limits.Truncate(name, Limits.RunTagValue),
            cancellationToken);
        return new RunInfoReply(info);
    }

    private async Task<EmptyReply> DeleteAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await runs.DeleteAsync(arguments.RequiredRunId(), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> RestoreAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await runs.RestoreAsync(arguments.RequiredRunId(), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<RunsReply> SearchAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var size = Limits.PageSize(arguments, StandardPage, 0, Limits.PageOfRuns);
        var query = new RunQuery(
            [.. arguments.Texts("experiment_ids").Distinct()],
            RunFilter.Parse(arguments.Text("filter")),
            RunOrder.Parse(arguments.Texts("order_by")),
            arguments.Enum<ViewType>("run_view_type") ?? ViewType.ACTIVE_ONLY,
            size,
            arguments.Text("page_token"));
        var (page, next) = await search.SearchAsync(query, cancellationToken);
        return new RunsReply(page.OrAbsent(), next);
    }

    private async Task<EmptyReply> SetTagAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await runs.SetTagAsync(arguments.RequiredRunId(), LoggedValues.Tag(arguments), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> DeleteTagAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await runs.DeleteTagAsync(arguments.RequiredRunId(), arguments.RequiredText("key"), cancellationToken);
        return EmptyReply.Instance;
    }
}
