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

    /// <summary>The versions of a request's page whose models its caller may read.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="maxPageSize">The most versions that it may ask for, and gets if it does not say how many.</param>
    public async Task<ModelVersionsReply> SearchAsync(HttpContext context, Arguments arguments, int maxPageSize)
    {
        var query = new ModelQuery<VersionFilter, VersionOrder>(
            VersionFilterParser.Parse(arguments.Text("filter")),
            VersionOrderParser.Parse(arguments.Texts("order_by")),
            await gate.ReadableModelsAsync(context, context.RequestAborted),
            Rules.PageSize(arguments, maxPageSize, 1, maxPageSize),
            arguments.Text("page_token"));
        var (page, next) = await search.VersionsAsync(query, context.RequestAborted);
        return new ModelVersionsReply(page.Select(version => version.ToMessage()).ListOrAbsent(), next);
    }

    private Task<ModelVersionsReply> AnswerAsync(HttpContext context, Arguments arguments) =>
        SearchAsync(context, arguments, MaxPageSize);
}
