using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Pages.Layout;
using TrackingStore.Search;

namespace TrackingStore.Pages.Runs;

/// <summary>What is above a table of runs: the search, what was wrong with it, the views and the columns.</summary>
/// <param name="path">The path of the page.</param>
/// <param name="request">The request for it.</param>
/// <param name="view">What the address asks for.</param>
internal sealed class RunToolbar(string path, PageRequest request, RunView view)
{
    private static readonly (RunProperty Property, string Title)[] Kinds =
        [(RunProperty.Metric, "Metrics"), (RunProperty.Param, "Parameters"), (RunProperty.Tag, "Tags")];

    /// <summary>The toolbar.</summary>
    /// <param name="data">What the table shows; null if there is no table.</param>
    /// <param name="problem">What was wrong with the search; null if nothing was.</param>
    public Html Of(RunTableData? data, string? problem) => Html.Of($"""
        <form class="search" method="get" action="{path}" role="search">
        {Pieces.Hidden(request.State.Without(RunView.FilterParameter, SortHeadings.Parameter, Paging.Parameter))}
        <div class="row">
        <input class="grow mono-input" type="search" name="{RunView.FilterParameter}" value="{view.Filter}" aria-label="Filter"
        placeholder="metrics.loss &lt; 0.1 AND params.depth = '3', or a part of the name" autocomplete="off" spellcheck="false"
        aria-describedby="search-note"{(problem is null ? default : Html.Of($""" aria-invalid="true" """))}>
        <input class="mono-input order" type="text" name="{SortHeadings.Parameter}" value="{view.Order}" aria-label="Order by"
        placeholder="order by, such as metrics.loss DESC" autocomplete="off" spellcheck="false">
        <button class="primary">Search</button>
        </div>
        {(problem is null
            ? Html.Of($"""<p id="search-note" class="soft hint">Comparisons of metrics, params, tags and attributes, joined by AND.</p>""")
            : Html.Of($"""<p id="search-note" class="field-error" role="alert">{problem}</p>"""))}
        </form>
        <div class="toolbar">
        {StageView.Links(path, request.State, view.Stage)}
        {(data is null ? default : Picker(data))}
        </div>
        """);

    private Html Picker(RunTableData data)
    {
        var fields = data.Offered.Concat(data.Columns).Distinct().OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToLookup(field => field.Property);
        var standard = request.State.Without(RunView.ColumnParameter, RunView.TypedParameter, RunView.ChosenParameter);
        var shown = data.Columns.ToHashSet();
        return Html.Of($"""
            <details class="menu left"><summary>Columns</summary>
            <div class="panel scroll"><form class="form" method="get" action="{path}" data-picker>
            {Pieces.Hidden(standard)}
            <input type="hidden" name="{RunView.ChosenParameter}" value="1">
            <label>Another column <input type="text" name="{RunView.TypedParameter}" placeholder="metrics.NAME" autocomplete="off"></label>
            {Html.Join(Kinds.Select(kind => Choices(kind.Title, fields[kind.Property], shown)))}
            {Choices("Attributes", ColumnNames.Attributes, shown)}
            <div class="row foot"><button class="primary">Show</button>
            <a class="button" href="{standard.At(path)}">Standard columns</a></div>
            </form></div></details>
            """);
    }

    private static Html Choices(string title, IEnumerable<RunField> fields, HashSet<RunField> shown)
    {
        var boxes = Html.Join(fields.Select(field => Html.Of($"""
            <label class="check"><input type="checkbox" name="{RunView.ColumnParameter}" value="{ColumnNames.NameOf(field)}"
            {(shown.Contains(field) ? "checked" : "")}><span class="text">{ColumnNames.HeadingOf(field)}</span></label>
            """)));
        return boxes.ToString().Length == 0 ? default : Html.Of($"<fieldset><legend>{title}</legend>{boxes}</fieldset>");
    }
}
