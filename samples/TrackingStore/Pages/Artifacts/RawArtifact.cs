using TrackingStore.Artifacts;
using TrackingStore.Endpoints.Artifacts;

namespace TrackingStore.Pages.Artifacts;

/// <summary>
/// Sends a picture or a page of an artifact to be shown, and everything else as a file to keep. Whoever opens it outside of the preview's
/// frame gets it in a sandbox as well: its origin is not this server's, nothing in it runs, and it loads nothing.
/// </summary>
internal static class RawArtifact
{
    private const string Sandbox =
        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'; form-action 'none'";

    /// <summary>Sends a file.</summary>
    public static async Task SendAsync(HttpContext context, IArtifactStore artifacts, ArtifactPath place)
    {
        if (PreviewKinds.InlineTypeOf(place.Name) is not { } type)
        {
            await ArtifactDownload.SendAsync(context, artifacts, place);
            return;
        }

        var file = await artifacts.OpenReadAsync(place, context.RequestAborted);
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XFrameOptions) = (Sandbox, "SAMEORIGIN");
        await Results.File(file, type).ExecuteAsync(context);
    }
}
