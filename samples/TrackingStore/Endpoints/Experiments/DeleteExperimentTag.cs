using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Deletes a tag of an experiment.</summary>
internal sealed class DeleteExperimentTag(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Post,
        Access.Experiment(Permission.EDIT),
        "mlflow/experiments/delete-experiment-tag",
        ["experiment_id", "key"],
        (arguments, cancellationToken) => experiments.DeleteTagAsync(
            arguments.RequiredExperimentId(), arguments.RequiredKey("key"), cancellationToken),
        async (arguments, cancellationToken) =>
            await experiments.IsActiveAsync(arguments.RequiredExperimentId(), cancellationToken)
            && (await experiments.TagsAsync(arguments.RequiredExperimentId(), cancellationToken))
                .All(tag => tag.Name != arguments.RequiredKey("key")));
}
