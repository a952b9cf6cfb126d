using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Searches experiments.</summary>
internal sealed class SearchExperiments(ExperimentSearch search, Gate gate) : IEndpoint
{
    private const int MaxPageSize = 50_000;
    private const int StandardPageSize = 1000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetOrPost(Access.SignedIn, "mlflow/experiments/search", AnswerAsync);

    private async Task<ExperimentsReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var cancellationToken = context.RequestAborted;
        var size = Rules.PageSize(arguments, StandardPageSize, 1, MaxPageSize);
        var query = new ExperimentQuery(
            ExperimentFilterParser.Parse(arguments.Text("filter")),
            ExperimentOrderParser.Parse(arguments.Texts("order_by")),
            ViewTypes.StageOf(arguments, "view_type"),
            size,
            arguments.Text("page_token"))
        {
            IsVisible = await gate.ReadableAsync(context, cancellationToken),
        };
        var (page, next) = await search.SearchAsync(query, cancellationToken);
        return new ExperimentsReply(page.Select(experiment => experiment.ToMessage()).ListOrAbsent(), next);
    }
}
