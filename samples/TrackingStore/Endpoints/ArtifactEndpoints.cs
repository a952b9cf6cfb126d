using Microsoft.AspNetCore.Http.Features;
using TrackingStore.Artifacts;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Store;

namespace TrackingStore.Endpoints;

/// <summary>The artifacts of runs: the listing and the download by run, and the upload of the web page.</summary>
internal sealed class ArtifactEndpoints(RunStore runs, ArtifactRepository repository)
{
    private const int LargestUpload = 10 * 1024 * 1024;

    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        new MlflowApi(routes, "/2.0/mlflow/artifacts").Get("list", ListAsync);
        routes.MapGet("/get-artifact", DownloadAsync);
        routes.MapPost("/ajax-api/2.0/mlflow/upload-artifact", UploadAsync);
    }

    private async Task<ArtifactsReply> ListAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var path = ArtifactPath.Parse(arguments.Text("path"));
        var root = await runs.ArtifactUriAsync(runId, cancellationToken);
        var folder = ArtifactLocations.Resolve(root, repository).Append(path);
        var files = repository.List(folder, name => path.Text.Length == 0 ? name : $"{path}/{name}");
        return new ArtifactsReply(root, files.OrAbsent());
    }

    private async Task DownloadAsync(HttpContext context)
    {
        var arguments = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        var runId = arguments.RequiredRunId();
        var path = ArtifactPath.Parse(arguments.RequiredText("path"));
        var root = ArtifactLocations.Resolve(await runs.ArtifactUriAsync(runId, context.RequestAborted), repository);
        await ArtifactDownload.SendAsync(context, repository, root.Append(path));
    }

    private async Task UploadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string? runId = query["run_uuid"], path = query["path"];
        if (string.IsNullOrEmpty(runId)) throw MlflowException.Invalid("Request must specify run_uuid.");
        if (string.IsNullOrEmpty(path)) throw MlflowException.Invalid("Request must specify path.");
        var target = ArtifactPath.Parse(path);
        if (context.Request.ContentLength > LargestUpload) throw MlflowException.Invalid("Artifact size is too large. Max size is 10MB.");
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestUpload;
        var root = ArtifactLocations.Resolve(await runs.ArtifactUriAsync(runId, context.RequestAborted), repository);
        await repository.WriteAsync(root.Append(target), context.Request.Body, context.RequestAborted);
        await Reply.WriteAsync(context, EmptyReply.Instance);
    }
}
