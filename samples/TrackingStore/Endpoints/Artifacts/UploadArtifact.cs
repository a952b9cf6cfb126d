using Microsoft.AspNetCore.Http.Features;
using TrackingStore.Artifacts;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Keeps an artifact of a run that the web page uploads. The arguments are in the query string, the body is the file.</summary>
internal sealed class UploadArtifact(RunStore runs, IArtifactStore artifacts) : IEndpoint
{
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.RawAjax(
        HttpMethods.Post, Access.Run(Permission.EDIT), "mlflow/upload-artifact", AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        RequestReader.RefuseForm(context.Request.ContentType);
        var arguments = RequestReader.OfQuery(context.Request);
        var (runId, path) = (arguments.Text("run_uuid"), arguments.Text("path"));
        if (string.IsNullOrEmpty(runId)) throw MlflowException.Invalid("Request must specify run_uuid.");
        if (string.IsNullOrEmpty(path)) throw MlflowException.Invalid("Request must specify path.");
        var target = ArtifactPath.Parse(path);
        if (context.Request.ContentLength > MaxBytes) throw MlflowException.Invalid("Artifact size is too large. Max size is 10MB.");
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBytes;
        var body = context.Request.BodyReader;
        var first = await body.ReadAsync(context.RequestAborted);
        body.AdvanceTo(first.Buffer.Start);
        if (first.Buffer.IsEmpty) throw MlflowException.Invalid("Request must specify data.");
        var root = ArtifactLocations.Resolve(await runs.ArtifactUriAsync(runId, context.RequestAborted), artifacts);
        await artifacts.WriteAsync(root.Append(target), body.AsStream(), context.RequestAborted);
        await Reply.WriteAsync(context, EmptyReply.Instance);
    }
}
