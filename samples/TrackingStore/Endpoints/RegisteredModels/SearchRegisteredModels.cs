using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Searches registered models.</summary>
internal sealed class SearchRegisteredModels(ModelSearch search, Gate gate) : IEndpoint
{
    private const int MaxPageSize = 1000;
    private const int StandardPageSize = 100;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetOfCaller(Access.SignedIn, "mlflow/registered-models/search", AnswerAsync);

    private async Task<RegisteredModelsReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var query = new ModelQuery<ModelFilter, ModelOrder>(
            ModelFilterParser.Parse(arguments.Text("filter")),
            ModelOrderParser.Parse(arguments.Texts("order_by")),
            await gate.ReadableModelsAsync(context, context.RequestAborted),
            Rules.PageSize(arguments, StandardPageSize, 1, MaxPageSize),
            arguments.Text("page_token"));
        var (page, next) = await search.ModelsAsync(query, context.RequestAborted);
        return new RegisteredModelsReply(page.Select(model => model.ToMessage()).ListOrAbsent(), next);
    }
}
