using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs a parameter.</summary>
internal sealed class LogParameter(LogStore log) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Run(Permission.EDIT),
        "mlflow/runs/log-parameter",
        (arguments, cancellationToken) => log.LogParamAsync(arguments.RequiredRunId(), arguments.ToParam(), cancellationToken));
}
