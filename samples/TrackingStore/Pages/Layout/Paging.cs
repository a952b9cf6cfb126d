using DynamoToolkit.Local.Server.Pages;

namespace TrackingStore.Pages.Layout;

/// <summary>Links to the other parts of a list.</summary>
internal static class Paging
{
    /// <summary>The parameter with the token of MLflow's API, which says where a part begins.</summary>
    public const string Parameter = "page_token";

    /// <summary>The links below a list; nothing if all of it is there.</summary>
    /// <param name="path">The path of the page.</param>
    /// <param name="state">Its state.</param>
    /// <param name="next">The token of the next part; null if there is none.</param>
    public static Html Links(string path, PageState state, string? next)
    {
        var isFirst = state.Pairs.All(pair => pair.Name != Parameter || pair.Value.Length == 0);
        if (isFirst && next is null) return default;
        var following = next is null ? null : state.With(Parameter, next).At(path);
        return Html.Of($"""
            <nav class="paging" aria-label="Pages">
            {(isFirst ? default : Html.Of($"""<a class="button" href="{state.Without(Parameter).At(path)}">First page</a>"""))}
            {(following is null ? default : Html.Of($"""<a class="button" rel="next" href="{following}">Next page</a>"""))}
            </nav>
            """);
    }
}
