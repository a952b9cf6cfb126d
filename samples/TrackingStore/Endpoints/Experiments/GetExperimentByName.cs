using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Shows the experiment of a name, deleted or not.</summary>
internal sealed class GetExperimentByName(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get("mlflow/experiments/get-by-name", async (arguments, cancellationToken) =>
    {
        var experiment = await experiments.GetByNameAsync(arguments.RequiredText("experiment_name"), cancellationToken);
        return new ExperimentReply(experiment.ToMessage());
    });
}
