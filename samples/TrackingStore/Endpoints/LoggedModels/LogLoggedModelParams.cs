using TrackingStore.Endpoints.Runs;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Logs parameters to a logged model.</summary>
internal sealed class LogLoggedModelParams(LoggedModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.PostWithoutReply(Access.LoggedModel(Permission.EDIT), "mlflow/logged-models/{model_id}/params", AnswerAsync);

    private Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var parameters = arguments.Messages("params").Select(parameter => parameter.ToLoggedModelValue()).ToList();
        return parameters.Count <= Limits.LoggedModelParams
            ? models.LogParamsAsync(arguments.RequiredLoggedModel(), parameters.RequireDistinct(), cancellationToken)
            : throw MlflowException.Invalid(
                $"A request can contain at most {Limits.LoggedModelParams} params of a logged model. Got {parameters.Count} params. " +
                "Please split up params across multiple requests and try again.");
    }
}
