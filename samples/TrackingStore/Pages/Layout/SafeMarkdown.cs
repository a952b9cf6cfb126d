using DynamoToolkit.Local.Server.Pages;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TrackingStore.Pages.Layout;

/// <summary>
/// Markdown that anybody wrote, as HTML that is safe in a page. HTML in it is text. Links lead to <c>http</c>, <c>https</c> and
/// <c>mailto</c> only, and pictures become links: a page loads nothing from elsewhere.
/// </summary>
internal static class SafeMarkdown
{
    // The title of the page and of the section come first.
    private const int LevelOfTop = 2;
    private const int MaxLevel = 6;

    // The parser's time grows with the square of their number.
    private const int MaxBrackets = 1000;

    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .DisableHtml()
        .Build();

    /// <summary>The HTML of a text.</summary>
    public static Html Render(string text)
    {
        if (text.AsSpan().Count('[') > MaxBrackets) return Plain(text);
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            Restrict(document);
            return Html.FromMarkup(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // It is nested too deeply for the parser, and so for any reader.
            return Plain(text);
        }
    }

    private static Html Plain(string text) => Html.Of($"<pre>{text}</pre>");

    private static void Restrict(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(heading.Level + LevelOfTop, MaxLevel);
        // Alignments would be style attributes, which the pages' policy forbids.
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
            (column.Alignment, column.Width) = (null, 0);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Restrict(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) Restrict(link);
    }

    private static void Restrict(LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!IsAllowed(url))
        {
            link.ReplaceBy(new ContainerInline());
            return;
        }

        (link.Url, link.GetDynamicUrl, link.IsImage) = (url, null, false);
        if (link.FirstChild is null) link.AppendChild(new LiteralInline(url!));
        Distrust(link);
    }

    private static void Restrict(AutolinkInline link)
    {
        if (link.IsEmail || IsAllowed(link.Url)) Distrust(link);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void Distrust(MarkdownObject link) => link.GetAttributes().AddProperty("rel", "nofollow noopener noreferrer");

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var target) && Schemes.Contains(target.Scheme)
        && url.StartsWith(target.Scheme, StringComparison.OrdinalIgnoreCase);
}
