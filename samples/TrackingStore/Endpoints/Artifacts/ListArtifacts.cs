using TrackingStore.Artifacts;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Lists the artifacts of a run.</summary>
internal sealed class ListArtifacts(RunStore runs, IArtifactStore artifacts) : IEndpoint
{
    /// <summary>What callers need.</summary>
    public static Access Needed { get; } = Access.Run(Permission.READ);

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(Needed, "mlflow/artifacts/list", AnswerAsync);

    /// <summary>The files and folders that a request asks for.</summary>
    public async Task<ArtifactsReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var path = ArtifactPath.Parse(arguments.Text("path"));
        var root = await runs.ArtifactUriAsync(runId, cancellationToken);
        var folder = ArtifactLocations.Resolve(root, artifacts).Append(path);
        return new ArtifactsReply(root, (await artifacts.ListAsync(folder, cancellationToken)).ToMessage(path.Text));
    }
}
