using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Shows the experiment of a name, deleted or not.</summary>
internal sealed class GetExperimentByName(ExperimentStore experiments, Gate gate) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.GetOfCaller(Access.SignedIn, "mlflow/experiments/get-by-name", async (context, arguments) =>
        {
            var experiment = await experiments.GetByNameAsync(arguments.RequiredText("experiment_name"), context.RequestAborted);
            await gate.RequireExperimentAsync(
                Gate.CallerOf(context)!, experiment.Experiment.ExperimentId, Permission.READ, context.RequestAborted);
            return new ExperimentReply(experiment.ToMessage());
        });
}
