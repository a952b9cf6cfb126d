using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Pages.Layout;

/// <summary>Whether a list shows what is in use or what is deleted.</summary>
internal static class StageView
{
    /// <summary>The parameter.</summary>
    public const string Parameter = "view";

    private const string Deleted = "deleted";

    /// <summary>What a list shows.</summary>
    public static LifecycleStage Of(Arguments arguments) =>
        arguments.Text(Parameter) == Deleted ? LifecycleStage.Deleted : LifecycleStage.Active;

    /// <summary>The links from one view to the other.</summary>
    public static Html Links(string path, PageState state, LifecycleStage current)
    {
        var others = state.Without(Paging.Parameter, Parameter);
        return Html.Of($"""
            <div class="segments" role="group" aria-label="Which are shown">
            {Link(others.At(path), "Active", current == LifecycleStage.Active)}
            {Link(others.With(Parameter, Deleted).At(path), "Deleted", current == LifecycleStage.Deleted)}
            </div>
            """);
    }

    private static Html Link(string url, string text, bool isCurrent) => isCurrent
        ? Html.Of($"""<a href="{url}" aria-current="true">{text}</a>""")
        : Html.Link(url, text);
}
