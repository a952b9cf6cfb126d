using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Creates an experiment.</summary>
internal sealed class CreateExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post("mlflow/experiments/create", AnswerAsync);

    private async Task<ExperimentIdReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var name = arguments.RequiredExperimentName("name");
        var location = arguments.Text("artifact_location");
        if (!string.IsNullOrEmpty(location))
        {
            Rules.RequireLength(location, "artifact_location", Limits.ArtifactLocation);
            Rules.RequireArtifactLocation(location);
        }

        var tags = arguments.Messages("tags").Select(tag => tag.ToExperimentTag()).ToList();
        return new ExperimentIdReply(await experiments.CreateAsync(name, location, tags, cancellationToken));
    }
}
