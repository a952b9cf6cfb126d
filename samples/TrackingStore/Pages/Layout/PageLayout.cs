using DynamoToolkit.Local.Server.Pages;

namespace TrackingStore.Pages.Layout;

/// <summary>What all pages have.</summary>
internal static class PageLayout
{
    /// <summary>A whole page.</summary>
    /// <param name="content">What it shows.</param>
    /// <param name="alert">What went wrong with what its reader wanted to do; null if nothing did.</param>
    public static Html Page(PageContent content, string? alert) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{content.Title} · Tracking store</title>
        <link rel="icon" type="image/svg+xml" href="{PageAssets.UrlOf("icon.svg")}">
        <link rel="stylesheet" href="{PageAssets.UrlOf("style.css")}">
        {Html.Join(content.Styles.Select(Style))}{Html.Join(content.Libraries.Select(Library))}
        {Script("menus.js")}{Html.Join(content.Scripts.Select(Script))}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="bar">
        <a class="brand" href="/"><img src="{PageAssets.UrlOf("icon.svg")}" alt="" width="20" height="20">Tracking store</a>
        <nav aria-label="Main"><ul>
        {Tab(PageUrls.Experiments, "Experiments", content.Section == PageSection.Experiments)}
        {Tab(PageUrls.Models, "Models", content.Section == PageSection.Models)}
        </ul></nav>
        </header>
        <main id="content" class="{(content.IsWide ? "wide" : "narrow")}" tabindex="-1">
        {Crumbs(content)}
        <div class="heading"><h1>{content.Title}</h1>{content.BesideHeading}<div class="actions">{content.Actions}</div></div>
        {(alert is null ? default : Html.Of($"""<p class="alert" role="alert">{alert}</p>"""))}
        {content.Body}
        </main>
        </body>
        </html>

        """);

    private static Html Style(string name) => Html.Of($"""<link rel="stylesheet" href="{PageAssets.UrlOf(name)}">""");

    private static Html Library(string name) => Html.Of($"""<script defer src="{PageAssets.UrlOf(name)}"></script>""");

    private static Html Script(string name) => Html.Of($"""<script type="module" src="{PageAssets.UrlOf(name)}"></script>""");

    private static Html Tab(string url, string text, bool isCurrent) => isCurrent
        ? Html.Of($"""<li><a href="{url}" aria-current="true">{text}</a></li>""")
        : Html.Of($"""<li><a href="{url}">{text}</a></li>""");

    private static Html Crumbs(PageContent content) => content.Crumbs.Count == 0 ? default : Html.Of($"""
        <nav class="crumbs" aria-label="Breadcrumbs"><ol>
        {Html.Join(content.Crumbs.Select(crumb => Html.Of($"<li>{Html.Link(crumb.Url, crumb.Text)}</li>")))}
        <li><span aria-current="page">{content.Title}</span></li>
        </ol></nav>
        """);
}
