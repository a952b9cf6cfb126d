namespace TrackingStore.Pages.Artifacts;

/// <summary>The addresses of a run's artifacts.</summary>
internal static class ArtifactLinks
{
    /// <summary>The page of a file or folder.</summary>
    public static string Page(string runId, string path, int from = 0) => Of($"/runs/{Uri.EscapeDataString(runId)}/artifacts", path, from);

    /// <summary>The list of a folder, as a piece of a page.</summary>
    public static string Folder(string runId, string path, int from = 0) =>
        Of($"/runs/{Uri.EscapeDataString(runId)}/artifacts/folder", path, from);

    /// <summary>A file as itself.</summary>
    public static string Raw(string runId, string path) => Of($"/runs/{Uri.EscapeDataString(runId)}/artifacts/raw", path, 0);

    /// <summary>A file to keep.</summary>
    public static string Download(string runId, string path) =>
        $"/get-artifact?run_id={Uri.EscapeDataString(runId)}&path={Uri.EscapeDataString(path)}";

    private static string Of(string address, string path, int from) =>
        $"{address}?path={Uri.EscapeDataString(path)}{(from > 0 ? $"&from={from}" : "")}";
}
