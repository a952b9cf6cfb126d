using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>What all pages have.</summary>
internal static class PageLayout
{
    /// <summary>A whole page.</summary>
    public static Html Page(string title, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>{title} – dynamo-local</title>
        <link rel="stylesheet" href="{PageStyle.Path}">
        </head>
        <body>
        <a class="skip" href="#content">To the content</a>
        <header><a href="/">dynamo-local</a> <nav><a href="/heat">Heat</a></nav></header>
        <main id="content">
        <h1>{title}</h1>
        {body}
        </main>
        </body>
        </html>

        """);

    /// <summary>A table; a sentence if it has no rows.</summary>
    /// <param name="caption">What the rows are.</param>
    /// <param name="headings">The headings; those of numbers end with a space.</param>
    /// <param name="rows">The rows (<see cref="Row"/>).</param>
    public static Html Table(string caption, IEnumerable<string> headings, IReadOnlyCollection<Html> rows) => rows.Count == 0
        ? Html.Of($"""<p class="soft">{caption}: none.</p>""")
        : Html.Of($"""
        <div class="wide"><table>
        <caption>{caption}</caption>
        <thead><tr>{Html.Join(headings.Select(static heading => heading.EndsWith(' ')
            ? Html.Of($"""<th scope="col" class="number">{heading.TrimEnd()}</th>""")
            : Html.Of($"""<th scope="col">{heading}</th>""")))}</tr></thead>
        <tbody>
        {Html.Join(rows)}
        </tbody>
        </table></div>

        """);

    /// <summary>A row of cells.</summary>
    public static Html Row(params IEnumerable<Html> cells) => Html.Of($"<tr>{Html.Join(cells)}</tr>\n");

    /// <summary>A cell with text.</summary>
    public static Html Cell(string? text) => Html.Of($"<td>{text}</td>");

    /// <summary>A cell with HTML.</summary>
    public static Html Cell(Html content) => Html.Of($"<td>{content}</td>");

    /// <summary>A cell with a number.</summary>
    public static Html Cell(long number) => Html.Of($"""<td class="number">{number}</td>""");

    /// <summary>A cell with a number that may have a fraction.</summary>
    public static Html Cell(double number) => Html.Of(
        $"""<td class="number">{number.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture)}</td>""");

    /// <summary>A line with the name of an attribute and its value, cut if it is long.</summary>
    public static Html Attribute(JsonProperty attribute) =>
        Html.Of($"""<div><span class="soft">{attribute.Name}</span> {ValueText.Short(attribute.Value)}</div>""");

    /// <summary>Names and their values.</summary>
    public static Html Facts(params IEnumerable<(string Name, Html Value)> facts) =>
        Html.Of($"<dl>{Html.Join(facts.Select(static fact => Html.Of($"<dt>{fact.Name}</dt><dd>{fact.Value}</dd>\n")))}</dl>\n");
}
