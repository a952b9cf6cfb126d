using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Searches versions of registered models.</summary>
internal sealed class SearchModelVersions(ModelSearch search, Gate gate) : IEndpoint
{
    private const int MaxPageSize = 200_000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetOfCaller(Access.SignedIn, "mlflow/model-versions/search", AnswerAsync);

    private async Task<ModelVersionsReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var query = new ModelQuery<VersionFilter, VersionOrder>(
            VersionFilterParser.Parse(arguments.Text("filter")),
            VersionOrderParser.Parse(arguments.Texts("order_by")),
            await gate.ReadableModelsAsync(context, context.RequestAborted),
            Rules.PageSize(arguments, MaxPageSize, 1, MaxPageSize),
            arguments.Text("page_token"));
        var (page, next) = await search.VersionsAsync(query, context.RequestAborted);
        return new ModelVersionsReply(page.Select(version => version.ToMessage()).ListOrAbsent(), next);
    }
}
