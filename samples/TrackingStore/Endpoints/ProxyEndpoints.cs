using Microsoft.AspNetCore.Http.Features;
using TrackingStore.Artifacts;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Endpoints;

/// <summary><c>/mlflow-artifacts</c>: clients keep and get artifacts through this server.</summary>
internal sealed class ProxyEndpoints(ArtifactRepository repository)
{
    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        new MlflowApi(routes, "/2.0/mlflow-artifacts").Get("artifacts", ListAsync);
        foreach (var root in MlflowApi.Roots)
        {
            var files = $"{root}/2.0/mlflow-artifacts/artifacts/{{**path}}";
            routes.MapGet(files, context => ArtifactDownload.SendAsync(context, repository, RawArtifactPath.Of(context)));
            routes.MapPut(files, UploadAsync);
            routes.MapDelete(files, DeleteAsync);
            foreach (var step in (string[])["create", "complete", "abort"]) routes.MapPost($"{root}/2.0/mlflow-artifacts/mpu/{step}/{{**path}}", RefuseMultipart);
        }
    }

    private Task<ArtifactsReply> ListAsync(Arguments arguments, CancellationToken cancellationToken) =>
        Task.FromResult(new ArtifactsReply(null, repository.List(ArtifactPath.Parse(arguments.Text("path")), name => name).OrAbsent()));

    private async Task UploadAsync(HttpContext context)
    {
        var path = RawArtifactPath.Of(context);
        // Models are large; the disk is the limit.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        await repository.WriteAsync(path, context.Request.Body, context.RequestAborted);
        await Reply.WriteAsync(context, EmptyReply.Instance);
    }

    private Task DeleteAsync(HttpContext context)
    {
        repository.Delete(RawArtifactPath.Of(context));
        return Reply.WriteAsync(context, EmptyReply.Instance);
    }

    private static Task RefuseMultipart(HttpContext context) =>
        throw new MlflowException(ErrorCode.NOT_IMPLEMENTED, "Multipart upload is not supported for the current artifact repository");
}
