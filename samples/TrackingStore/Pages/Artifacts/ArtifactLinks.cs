using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Artifacts;

/// <summary>The addresses of a run's artifacts.</summary>
internal static class ArtifactLinks
{
    /// <summary>The page of a file or folder.</summary>
    public static string Page(string runId, string path, string? from = null) => Of(runId, "", path, from);

    /// <summary>The list of a folder, as a piece of a page.</summary>
    public static string Folder(string runId, string path, string? from = null) => Of(runId, "/folder", path, from);

    /// <summary>A file as itself.</summary>
    public static string Raw(string runId, string path) => Of(runId, "/raw", path, null);

    /// <summary>A file to keep.</summary>
    public static string Download(string runId, string path) =>
        $"/get-artifact?run_id={Uri.EscapeDataString(runId)}&path={Uri.EscapeDataString(path)}";

    private static string Of(string runId, string part, string path, string? from)
    {
        var address = $"{PageUrls.Run(runId)}/artifacts{part}?path={Uri.EscapeDataString(path)}";
        return from is null ? address : $"{address}&from={Uri.EscapeDataString(from)}";
    }
}
