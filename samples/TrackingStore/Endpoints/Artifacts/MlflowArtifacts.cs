using Microsoft.AspNetCore.Http.Features;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Lists, sends, signs, keeps and deletes artifacts by their path, for clients that keep theirs on this server.</summary>
internal sealed class MlflowArtifacts(IArtifactStore artifacts) : IEndpoint
{
    private const string Folder = "mlflow-artifacts/artifacts";
    private const string Files = Folder + "/{**path}";
    private const string Presigned = "presigned/";
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.Get(
            Access.Of((gate, request) => RequireAsync(gate, request, ArtifactPath.Parse(request.Arguments.Text("path")), Permission.READ)),
            Folder,
            ListAsync);
        routes.Raw(
            HttpMethods.Get,
            OfFile(Permission.READ),
            Files,
            context => ArtifactDownload.SendAsync(context, artifacts, RawArtifactPath.Of(context)));
        routes.GetOfCaller(
            Access.Of((gate, request) =>
                RequireAsync(gate, request, RawArtifactPath.Of(request.Context, Presigned), Permission.READ)),
            $"mlflow-artifacts/{Presigned}{{**path}}",
            SignAsync);
        routes.Raw(HttpMethods.Put, OfFile(Permission.EDIT), Files, UploadAsync);
        routes.Raw(HttpMethods.Delete, OfFile(Permission.MANAGE), Files, DeleteAsync);
    }

    private static Access OfFile(Permission needed) =>
        Access.Of((gate, request) => RequireAsync(gate, request, RawArtifactPath.Of(request.Context), needed));

    private static Task RequireAsync(Gate gate, AccessRequest request, ArtifactPath path, Permission needed) =>
        gate.RequireFilesAsync(request.Caller, path.Text, needed, request.Aborted);

    private async Task<ArtifactsReply> ListAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var folder = ArtifactPath.Parse(arguments.Text("path"));
        return new ArtifactsReply(null, (await artifacts.ListAsync(folder, cancellationToken)).ToMessage(""));
    }

    private async Task<PresignedReply> SignAsync(HttpContext context, Arguments arguments)
    {
        var path = RawArtifactPath.Of(context, Presigned);
        // After these words MLflow's client downloads the file from here.
        var signed = await artifacts.SignDownloadAsync(path, context.RequestAborted) ?? throw new MlflowException(
            ErrorCode.NOT_IMPLEMENTED, "Multipart download is not supported for the current artifact repository");
        return new PresignedReply(signed.Url, NoHeaders, signed.Size);
    }

    private async Task UploadAsync(HttpContext context)
    {
        var path = RawArtifactPath.Of(context);
        if (context.Request.ContentLength > artifacts.MaxFileBytes)
            throw new TrackingException(new TrackingError.ArtifactTooLarge(artifacts.MaxFileBytes));
        // Models are large; the disk is the limit.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        await artifacts.WriteAsync(path, context.Request.Body, context.RequestAborted);
        await Reply.WriteAsync(context, EmptyReply.Instance);
    }

    private async Task DeleteAsync(HttpContext context)
    {
        await artifacts.DeleteAsync(RawArtifactPath.Of(context), context.RequestAborted);
        await Reply.WriteAsync(context, EmptyReply.Instance);
    }
}
