using DynamoToolkit.Local.Server.Pages;

namespace TrackingStore.Pages.Layout;

/// <summary>Headings of columns that sort a table: links to the same page in another order.</summary>
/// <param name="path">The path of the page.</param>
/// <param name="state">Its state.</param>
internal sealed class SortHeadings(string path, PageState state)
{
    /// <summary>The parameter with the order, which is MLflow's.</summary>
    public const string Parameter = "order_by";

    private readonly string? current = state.Pairs.Where(pair => pair.Name == Parameter).Select(pair => pair.Value).LastOrDefault();

    /// <summary>The heading of a column of texts.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="key">The key to sort by.</param>
    public Html OfTexts(string text, string key) => Heading(text, key, "", first: "ASC", second: "DESC");

    /// <summary>The heading of a column of numbers, which begins with the greatest.</summary>
    /// <inheritdoc cref="OfTexts"/>
    public Html OfNumbers(string text, string key) => Heading(text, key, "number", first: "DESC", second: "ASC");

    private Html Heading(string text, string key, string kind, string first, string second)
    {
        var direction = current == $"{key} DESC" ? "DESC" : current == $"{key} ASC" || current == key ? "ASC" : null;
        var next = state.With(Parameter, $"{key} {(direction == first ? second : first)}").Without(Paging.Parameter).At(path);
        return direction is null
            ? Html.Of($"""<th scope="col" class="{kind}"><a href="{next}">{text}</a></th>""")
            : Html.Of($"""
                <th scope="col" class="{kind}" aria-sort="{(direction == "ASC" ? "ascending" : "descending")}"><a href="{next}">{text}
                <span aria-hidden="true">{(direction == "ASC" ? "↑" : "↓")}</span></a></th>
                """);
    }
}
