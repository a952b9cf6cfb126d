using Microsoft.AspNetCore.StaticFiles;
using TrackingStore.Artifacts;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Sends an artifact as a file to keep: a browser must not run what somebody uploaded.</summary>
internal static class ArtifactDownload
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Sends a file.</summary>
    public static async Task SendAsync(HttpContext context, IArtifactStore artifacts, ArtifactPath path)
    {
        var file = await artifacts.OpenReadAsync(path, context.RequestAborted);
        await Results.File(file, TypeOf(path.Name), path.Name, enableRangeProcessing: true).ExecuteAsync(context);
    }

    /// <summary>The type of a file. That of a script is not said: no page may take the file for a script of this server.</summary>
    private static string TypeOf(string name) =>
        Types.TryGetContentType(name, out var known) && !known.Contains("script", StringComparison.OrdinalIgnoreCase)
            ? known
            : "application/octet-stream";
}
