using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TrackingStore.Artifacts;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Shows a file in a page: what somebody uploaded, of which nothing may run.</summary>
internal sealed class ArtifactPreview(ArtifactRepository repository)
{
    /// <summary>The greatest file that a browser gets to show by itself, in bytes.</summary>
    public const long MaxInlineBytes = 20 * 1024 * 1024;

    private const int MaxTextBytes = 1024 * 1024;
    private const int MaxMarkdownBytes = 256 * 1024;

    // Each level of nesting makes every line of what is in it longer.
    private const int MaxIndentedLength = 256 * 1024;
    private const int MaxIndentedDepth = 32;
    private const int MaxRows = 500;
    private const int MaxColumns = 50;
    private const int MaxCell = 500;
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The preview of a file.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="place">The place of the file.</param>
    /// <param name="path">Its path below the run's artifacts.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<string> RenderAsync(
        string runId, ArtifactPath place, string path, long size, CancellationToken cancellationToken)
    {
        var kind = PreviewKinds.Of(place.Name);
        if (kind is PreviewKind.Image or PreviewKind.Html) return Inline(runId, path, kind, size);
        await using var file = repository.OpenRead(place);
        var max = kind == PreviewKind.Markdown ? MaxMarkdownBytes : MaxTextBytes;
        var part = await FirstPart.ReadAsync(file, max, cancellationToken);
        if (part.Text is not { } text) return Note("This file is not text, so there is no preview. Download it.");
        var cut = part.IsWhole ? "" : Note($"These are the first {ArtifactTree.Size(max)} of the file. Download it to see all.");
        return cut + kind switch
        {
            PreviewKind.Markdown => $"""<div class="prose">{SafeMarkdown.Render(text)}</div>""",
            PreviewKind.Json => Text(part.IsWhole ? Indent(text) : text),
            PreviewKind.Table => Table(text, place.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',', part.IsWhole),
            _ => Text(text),
        };
    }

    private static string Inline(string runId, string path, PreviewKind kind, long size)
    {
        if (size > MaxInlineBytes) return Note($"There is no preview of more than {ArtifactTree.Size(MaxInlineBytes)}. Download the file.");
        var (address, name) = (Html.Text(ArtifactLinks.Raw(runId, path)), Html.Text(path));
        return kind == PreviewKind.Image
            ? $"""<img class="preview" src="{address}" alt="{name}">"""
            : $"""
               {Note("This page is shown in a sandbox: its scripts do not run, and it loads nothing.")}
               <iframe class="preview" sandbox src="{address}" title="{name}" referrerpolicy="no-referrer"></iframe>
               """;
    }

    private static string Text(string text) => $"""<pre class="text" tabindex="0">{Html.Text(text)}</pre>""";

    private static string Note(string text) => $"""<p class="soft">{text}</p>""";

    private static string Indent(string text)
    {
        if (text.Length > MaxIndentedLength) return text;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxIndentedDepth });
            using var indented = new MemoryStream();
            using (var writer = new Utf8JsonWriter(indented, Indented)) document.WriteTo(writer);
            return Encoding.UTF8.GetString(indented.GetBuffer(), 0, (int)indented.Length);
        }
        catch (JsonException)
        {
            // It is nested deeper than anybody reads, or the name promises what the file is not.
            return text;
        }
    }

    private static string Table(string text, char delimiter, bool isWhole)
    {
        var rows = DelimitedText.Rows(text, delimiter, isWhole).Take(MaxRows + 2).ToList();
        if (rows.Count == 0) return Note("There are no rows.");
        var columns = rows.Max(row => row.Count);
        var isCut = rows.Count > MaxRows + 1 || columns > MaxColumns;
        var html = new StringBuilder();
        if (isCut) html.Append(Note($"At most {MaxRows} rows and {MaxColumns} columns are shown."));
        html.Append("<div class=\"scroll\" tabindex=\"0\"><table class=\"grid\">\n<thead>");
        Row(html, rows[0], Math.Min(columns, MaxColumns), "th scope=\"col\"", "th");
        html.Append("</thead>\n<tbody>\n");
        foreach (var row in rows.Skip(1).Take(MaxRows)) Row(html, row, Math.Min(columns, MaxColumns), "td", "td");
        return html.Append("</tbody>\n</table></div>\n").ToString();
    }

    private static void Row(StringBuilder html, IReadOnlyList<string> cells, int columns, string begin, string end)
    {
        html.Append("<tr>");
        for (var i = 0; i < columns; i++)
        {
            var cell = i < cells.Count ? cells[i] : "";
            var shown = cell.Length > MaxCell ? string.Concat(cell.AsSpan(0, MaxCell), "…") : cell;
            html.Append('<').Append(begin).Append('>').Append(Html.Text(shown)).Append("</").Append(end).Append('>');
        }

        html.Append("</tr>\n");
    }
}
