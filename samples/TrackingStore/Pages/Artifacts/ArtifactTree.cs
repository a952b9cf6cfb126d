using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Artifacts;
using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Artifacts;

/// <summary>
/// The files and folders of a run as nested lists. Links open them with and without a script; with one, a folder opens in its place.
/// </summary>
/// <param name="runId">The run.</param>
/// <param name="open">The path of what is shown beside the tree; empty for nothing.</param>
internal sealed class ArtifactTree(string runId, string open)
{
    /// <summary>The lists of folders of which each contains the next one.</summary>
    public Html Render(IReadOnlyList<FolderPage> folders)
    {
        var nested = default(Html);
        for (var i = folders.Count - 1; i >= 0; i--)
            nested = List(folders[i], i + 1 < folders.Count ? folders[i + 1].Path : null, nested);
        return nested;
    }

    private Html List(FolderPage folder, string? opened, Html nested)
    {
        if (folder.Entries.Count == 0 && folder.Next is null)
            return Html.Of($"""<p class="soft">{(folder.IsBeyondEnd ? "No more files." : "This folder is empty.")}</p>""");

        var rows = folder.Entries.Select(entry =>
        {
            var path = folder.PathOf(entry);
            return Html.Of($"<li>{Row(entry, path, path == opened)}{(path == opened ? nested : default)}</li>\n");
        });
        return Html.Of($"<ul class=\"tree\">\n{Html.Join(rows)}{More(folder)}</ul>\n");
    }

    private Html More(FolderPage folder) => folder.Next is not { } next ? default : Html.Of($"""
        <li><a href="{ArtifactLinks.Page(runId, folder.Path, next)}"
        data-more="{ArtifactLinks.Folder(runId, folder.Path, next)}">More files</a></li>

        """);

    private Html Row(ArtifactEntry entry, string path, bool isOpened)
    {
        // What came here by another way may have a name that no path of a client has.
        if (!ArtifactPath.TryParse(path, out _))
            return Html.Of($"""{entry.Name} <span class="soft">(this name cannot be opened here)</span>""");

        var link = ArtifactLinks.Page(runId, path);
        var current = path == open ? Html.Of($" aria-current=\"page\"") : default;
        return entry.IsFolder
            ? Html.Of($"""
                <a class="folder" href="{link}"{current} data-folder="{ArtifactLinks.Folder(runId, path)}"
                aria-expanded="{(isOpened ? "true" : "false")}">{entry.Name}</a>
                """)
            : Html.Of($"""<a href="{link}"{current}>{entry.Name}</a> <span class="soft">{Pieces.Bytes(entry.Size)}</span>""");
    }
}
