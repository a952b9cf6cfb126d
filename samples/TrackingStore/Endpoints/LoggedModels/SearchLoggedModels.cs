using TrackingStore.Protocol;
using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Searches the logged models of some experiments.</summary>
internal sealed class SearchLoggedModels(LoggedModelSearch search, Gate gate) : IEndpoint
{
    private const int MaxPageSize = 50_000;
    private const int StandardPageSize = 50;

    /// <summary>The size of a page where the client asks for zero.</summary>
    private const int PageSizeOfZero = 100;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostQuestion(Access.SignedIn, "mlflow/logged-models/search", AnswerAsync);

    private async Task<LoggedModelsReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var experimentIds = arguments.Texts("experiment_ids");
        if (experimentIds.Count == 0) throw arguments.MissingValue("experiment_ids");
        var size = Rules.PageSize(arguments, StandardPageSize, 0, MaxPageSize);
        var (filter, orderBy) = (arguments.Text("filter"), arguments.Messages("order_by"));
        var isReadable = await gate.ReadableAsync(context, context.RequestAborted);
        var query = new LoggedModelQuery(
            [.. experimentIds.Where(isReadable)],
            new LoggedModelFilter(LoggedModelFilterParser.Parse(filter), [.. arguments.Messages("datasets").Select(DatasetOf)]),
            new LoggedModelOrder(LoggedModelOrderParser.Parse(orderBy)),
            size == 0 ? PageSizeOfZero : size,
            arguments.Text("page_token"),
            new SearchSource(string.Join(',', experimentIds), filter ?? "", string.Join(',', orderBy.Select(TextOf))));
        var (page, next) = await search.SearchAsync(query, context.RequestAborted);
        return new LoggedModelsReply(page.Select(model => model.ToMessage()).ListOrAbsent(), next);
    }

    private static DatasetChoice DatasetOf(Arguments dataset) => dataset.Text("dataset_name") is { Length: > 0 } name
        ? new DatasetChoice(name, dataset.Text("dataset_digest") is { Length: > 0 } digest ? digest : null)
        : throw MlflowException.Invalid("`dataset_name` in the `datasets` clause must be specified.");

    private static string TextOf(Arguments key) => string.Join(
        ' ', key.Text("field_name"), key.Boolean("ascending") ?? true, key.Text("dataset_name"), key.Text("dataset_digest"));
}
