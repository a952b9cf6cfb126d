using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Shows an experiment, deleted or not.</summary>
internal sealed class GetExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.Get(Access.Experiment(Permission.READ), "mlflow/experiments/get", async (arguments, cancellationToken) =>
        {
            var experiment = await experiments.GetAsync(arguments.RequiredExperimentId(), cancellationToken);
            return new ExperimentReply(experiment.ToMessage());
        });
}
