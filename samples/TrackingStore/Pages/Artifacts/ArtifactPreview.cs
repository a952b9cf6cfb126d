using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Artifacts;
using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Shows a file in a page: what somebody uploaded, of which nothing may run.</summary>
internal sealed class ArtifactPreview(IArtifactStore artifacts)
{
    /// <summary>The greatest file that a browser gets to show by itself, in bytes.</summary>
    public const long MaxInlineBytes = 20_000_000;

    private const int MaxTextBytes = 1_000_000;
    private const int MaxMarkdownBytes = 30_000;

    // Each level of nesting makes every line of what is in it longer.
    private const int MaxIndentedLength = 250_000;
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
    public async Task<Html> RenderAsync(
        string runId, ArtifactPath place, string path, long size, CancellationToken cancellationToken)
    {
        var kind = PreviewKinds.Of(place.Name);
        if (kind is PreviewKind.Image or PreviewKind.Html) return Inline(runId, path, kind, size);
        await using var file = await artifacts.OpenReadAsync(place, cancellationToken);
        var max = kind == PreviewKind.Markdown ? MaxMarkdownBytes : MaxTextBytes;
        var part = await FirstPart.ReadAsync(file, max, cancellationToken);
        if (part.Text is not { } text) return Note("This file is not text, so there is no preview. Download it.");
        var cut = part.IsWhole ? default : Note($"These are the first {Pieces.Bytes(max)} of the file. Download it to see all.");
        var content = kind switch
        {
            PreviewKind.Markdown => Html.Of($"""<div class="prose">{SafeMarkdown.Render(text)}</div>"""),
            PreviewKind.Json => Text(part.IsWhole ? Indent(text) : text),
            PreviewKind.Table => Table(text, place.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',', part.IsWhole),
            _ => Text(text),
        };
        return Html.Of($"{cut}{content}");
    }

    private static Html Inline(string runId, string path, PreviewKind kind, long size)
    {
        if (size > MaxInlineBytes)
            return Note($"The file is larger than {Pieces.Bytes(MaxInlineBytes)}, so it has no preview. Download it.");
        var address = ArtifactLinks.Raw(runId, path);
        return kind == PreviewKind.Image
            ? Html.Of($"""<img class="preview" src="{address}" alt="{path}">""")
            : Html.Of($"""
                {Note("This page is in a sandbox: its scripts do not run, and it loads nothing.")}
                <iframe class="preview" sandbox src="{address}" title="{path}" referrerpolicy="no-referrer"></iframe>
                """);
    }

    private static Html Text(string text) => Html.Of($"""
        <pre class="text" tabindex="0" role="region" aria-label="Content of the file">{text}</pre>
        """);

    private static Html Note(string text) => Html.Of($"""<p class="soft">{text}</p>""");

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
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // It is nested deeper than anybody reads, has half of a surrogate pair, or the name promises what the file is not.
            return text;
        }
    }

    private static Html Table(string text, char delimiter, bool isWhole)
    {
        var rows = DelimitedText.Rows(text, delimiter, isWhole).Take(MaxRows + 2).ToList();
        if (rows.Count == 0) return Note("The file has no rows.");
        var columns = rows.Max(row => row.Count);
        var isCut = rows.Count > MaxRows + 1 || columns > MaxColumns;
        var shown = Math.Min(columns, MaxColumns);
        return Html.Of($"""
            {(isCut ? Note($"At most {MaxRows} rows and {MaxColumns} columns are shown.") : default)}
            <div class="table" tabindex="0" role="region" aria-label="Content of the file"><table>
            <thead><tr>{Html.Join(Cells(rows[0], shown).Select(cell => Html.Of($"<th scope=\"col\">{cell}</th>")))}</tr></thead>
            <tbody>
            {Html.Join(rows.Skip(1).Take(MaxRows).Select(row => Row(row, shown)))}</tbody>
            </table></div>
            """);
    }

    private static Html Row(IReadOnlyList<string> row, int columns) =>
        Html.Of($"<tr>{Html.Join(Cells(row, columns).Select(cell => Html.Of($"<td>{cell}</td>")))}</tr>\n");

    private static IEnumerable<string> Cells(IReadOnlyList<string> row, int columns) => Enumerable.Range(0, columns)
        .Select(i => i < row.Count ? row[i] : "")
        .Select(cell => cell.Length > MaxCell ? string.Concat(cell.AsSpan(0, MaxCell), "…") : cell);
}
