namespace TrackingStore.Pages.Artifacts;

/// <summary>Kinds of files by their names.</summary>
internal static class PreviewKinds
{
    private static readonly Dictionary<string, string> ImageTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".bmp"] = "image/bmp",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>How a file is shown.</summary>
    public static PreviewKind Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".json" => PreviewKind.Json,
        ".csv" or ".tsv" => PreviewKind.Table,
        ".md" or ".markdown" => PreviewKind.Markdown,
        ".html" or ".htm" => PreviewKind.Html,
        var extension => ImageTypes.ContainsKey(extension) ? PreviewKind.Image : PreviewKind.Text,
    };

    /// <summary>
    /// The content type under which a file may be shown as itself; null for all others, which browsers only get to keep. What can hold
    /// scripts is shown in a sandbox.
    /// </summary>
    public static string? InlineTypeOf(string name) => Of(name) switch
    {
        PreviewKind.Image => ImageTypes[Path.GetExtension(name)],
        PreviewKind.Html => "text/html; charset=utf-8",
        _ => null,
    };
}
