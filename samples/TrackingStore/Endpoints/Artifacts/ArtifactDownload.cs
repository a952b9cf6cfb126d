using Microsoft.AspNetCore.StaticFiles;
using TrackingStore.Artifacts;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Sends an artifact as a file to keep: a browser must not run what somebody uploaded.</summary>
internal static class ArtifactDownload
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Sends a file.</summary>
    public static Task SendAsync(HttpContext context, ArtifactRepository repository, ArtifactPath path)
    {
        var file = repository.OpenRead(path);
        var type = Types.TryGetContentType(path.Name, out var known) ? known : "application/octet-stream";
        return Results.File(file, type, path.Name, enableRangeProcessing: true).ExecuteAsync(context);
    }
}
