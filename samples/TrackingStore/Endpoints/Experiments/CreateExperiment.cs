using TrackingStore.Artifacts;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Creates an experiment.</summary>
internal sealed class CreateExperiment(ExperimentStore experiments, IArtifactStore artifacts) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostOfCaller(Access.SignedIn, "mlflow/experiments/create", AnswerAsync);

    private async Task<ExperimentIdReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var caller = Gate.CallerOf(context)!;
        var name = arguments.RequiredExperimentName("name");
        var location = arguments.Text("artifact_location");
        if (!string.IsNullOrEmpty(location))
        {
            Rules.RequireLength(location, "artifact_location", Limits.ArtifactLocation);
            Rules.RequireArtifactLocation(location);
            // Otherwise its runs would be a way to the files of other experiments.
            if (!caller.IsAdmin && ArtifactLocations.MayBeOwn(location, artifacts)) throw Gate.Denied();
            location = ArtifactLocations.MakeAbsolute(location);
        }

        var tags = arguments.Messages("tags").Select(tag => tag.ToExperimentTag()).ToList();
        return new ExperimentIdReply(await experiments.CreateAsync(
            name, location, tags, caller.Owner, context.RequestAborted));
    }
}
