using TrackingStore.Protocol;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Refuses uploads in parts, in the words after which clients upload the whole file.</summary>
internal sealed class MultipartUpload : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        foreach (var step in (string[])["create", "complete", "abort"])
        {
            routes.Raw(HttpMethods.Post, Access.SignedIn, $"mlflow-artifacts/mpu/{step}/{{**path}}", _ => throw new MlflowException(
                ErrorCode.NOT_IMPLEMENTED, "Multipart upload is not supported for the current artifact repository"));
        }
    }
}
