using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Searches the runs of some experiments.</summary>
internal sealed class SearchRuns(RunSearch search, Gate gate) : IEndpoint
{
    private const int MaxPageSize = 50_000;
    private const int StandardPageSize = 1000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostQuestion(Access.SignedIn, "mlflow/runs/search", AnswerAsync);

    /// <summary>The runs of a request's page that its caller may read.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="maxPageSize">The most runs that it may ask for.</param>
    public async Task<RunsReply> SearchAsync(HttpContext context, Arguments arguments, int maxPageSize)
    {
        var cancellationToken = context.RequestAborted;
        var size = Rules.PageSize(arguments, StandardPageSize, 1, maxPageSize);
        var isReadable = await gate.ReadableAsync(context, cancellationToken);
        var query = new RunQuery(
            [.. arguments.Texts("experiment_ids").Distinct().Where(isReadable)],
            RunFilterParser.Parse(arguments.Text("filter")),
            RunOrderParser.Parse(arguments.Texts("order_by")),
            ViewTypes.StageOf(arguments, "run_view_type"),
            size,
            arguments.Text("page_token"));
        var (page, next) = await search.SearchAsync(query, cancellationToken);
        return new RunsReply(page.Select(run => run.ToMessage()).ListOrAbsent(), next);
    }

    private Task<RunsReply> AnswerAsync(HttpContext context, Arguments arguments) => SearchAsync(context, arguments, MaxPageSize);
}
