using System.Globalization;
using TrackingStore.Artifacts;

namespace TrackingStore.Pages.Artifacts;

/// <summary>
/// The files and folders of a run as nested lists. Links open them with and without a script; with one, a folder opens in its place.
/// </summary>
internal static class ArtifactTree
{
    /// <summary>The lists of folders of which each contains the next one.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="folders">The folders; at least one.</param>
    /// <param name="open">The path of what is shown beside the tree.</param>
    public static string Render(string runId, IReadOnlyList<FolderPage> folders, string open)
    {
        var nested = "";
        for (var i = folders.Count - 1; i >= 0; i--)
            nested = List(runId, folders[i], open, i + 1 < folders.Count ? folders[i + 1].Path : null, nested);
        return nested;
    }

    /// <summary>The list of one folder.</summary>
    public static string List(string runId, FolderPage folder) => List(runId, folder, null, null, "");

    private static string List(string runId, FolderPage folder, string? open, string? opened, string nested)
    {
        if (folder.Entries.Count == 0) return """<p class="soft">There is nothing here.</p>""";
        var rows = folder.Entries.Select(entry =>
        {
            var path = folder.PathOf(entry);
            return $"<li>{Row(runId, entry, path, open, path == opened)}{(path == opened ? nested : "")}</li>\n";
        });
        var more = folder.Next is { } next
            ? $"""<li><a href="{Html.Text(ArtifactLinks.Page(runId, folder.Path, next))}" data-more="{Html.Text(ArtifactLinks.Folder(runId, folder.Path, next))}">More files</a></li>{"\n"}"""
            : "";
        return $"<ul class=\"tree\">\n{string.Concat(rows)}{more}</ul>\n";
    }

    private static string Row(string runId, ArtifactEntry entry, string path, string? open, bool isOpened)
    {
        // A folder that came here by another way may have a name that no path of a client has.
        if (!ArtifactPath.TryParse(path, out _)) return $"""{Html.Text(entry.Name)} <span class="soft">(its name cannot be in a path)</span>""";
        var (link, current) = (Html.Text(ArtifactLinks.Page(runId, path)), path == open ? " aria-current=\"page\"" : "");
        if (!entry.IsFolder) return $"""<a href="{link}"{current}>{Html.Text(entry.Name)}</a> <span class="soft">{Size(entry.Size)}</span>""";
        var expanded = isOpened ? "true" : "false";
        return $"""<a href="{link}"{current} class="folder" data-folder="{Html.Text(ArtifactLinks.Folder(runId, path))}" aria-expanded="{expanded}">{Html.Text(entry.Name)}</a>""";
    }

    /// <summary>A number of bytes, for people.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{(bytes / 1024d).ToString("0.#", CultureInfo.InvariantCulture)} KB",
        < 1024 * 1024 * 1024 => $"{(bytes / 1024d / 1024).ToString("0.#", CultureInfo.InvariantCulture)} MB",
        _ => $"{(bytes / 1024d / 1024 / 1024).ToString("0.#", CultureInfo.InvariantCulture)} GB",
    };
}
