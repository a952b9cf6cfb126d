using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Pages.Runs;

/// <summary>The table of runs. It is a form: runs are selected, and then compared, deleted or restored.</summary>
/// <param name="path">The path of the page.</param>
/// <param name="request">The request for it.</param>
/// <param name="view">What the address asks for.</param>
internal sealed class RunTable(string path, PageRequest request, RunView view)
{
    private const int MaxDepth = 5;
    private readonly SortHeadings sort = new(path, request.State);

    /// <summary>The table.</summary>
    public Html Of(RunTableData data) => data.Rows.Count == 0
        ? Html.Of($"""<p class="empty">{Nothing()}</p>""")
        : Html.Of($"""
            <form method="post" action="{request.State.At($"{path}/runs/{Change.Path}")}" data-selection>
            <div class="toolbar">
            <button formmethod="get" formaction="/compare" data-compare>Compare</button>
            {(request.May(Permission.MANAGE) ? Html.Of($"""<button class="danger">{Change.Text}</button>""") : default)}
            <span class="soft" data-count aria-live="polite">Select runs to compare them.</span>
            </div>
            <div class="table" role="region" aria-label="Runs" tabindex="0"><table>
            <thead><tr>
            <th scope="col" class="select" data-select-all><span class="hidden">Selected</span></th>
            {sort.OfTexts("Run", "run_name")}{sort.OfTexts("Status", "status")}{sort.OfNumbers("Started", "start_time")}
            <th scope="col" class="number">Duration</th>
            {Html.Join(data.Columns.Select(Heading))}
            </tr></thead>
            <tbody>
            {Html.Join(data.Rows.Select(row => Row(row, data.Columns)))}</tbody>
            </table></div>
            </form>
            """);

    private (string Path, string Text) Change => view.Stage == LifecycleStage.Active ? ("delete", "Delete") : ("restore", "Restore");

    private Html Heading(RunField field)
    {
        var (text, isNumber) = (ColumnNames.HeadingOf(field), IsNumber(field));
        if (ColumnNames.KeyOf(field) is not { } key) return Html.Of($"""<th scope="col">{text}</th>""");
        return isNumber ? sort.OfNumbers(text, key) : sort.OfTexts(text, key);
    }

    private Html Row(RunRow row, IReadOnlyList<RunField> columns)
    {
        var run = row.Run.Run;
        return Html.Of($"""
            <tr><td class="select"><input type="checkbox" name="runs" value="{run.RunId}" aria-label="Select {run.Name}"></td>
            <th scope="row" class="pin depth-{Math.Min(row.Depth, MaxDepth)}">{Name(row)}</th>
            <td>{Pieces.Status(run.Status)}</td>
            <td class="number">{Pieces.Time(run.StartTime)}</td>
            <td class="number">{(run.EndTime is { } end && run.StartTime > 0 ? Pieces.Duration(end - run.StartTime) : "")}</td>
            {Html.Join(columns.Select(field => Cell(row.Run, field)))}</tr>

            """);
    }

    private Html Name(RunRow row) =>
        Html.Of($"{Toggle(row)}{Html.Link(PageUrls.Run(row.Run.Run.RunId), row.Run.Run.Name)}{ParentOf(row)}");

    private Html Toggle(RunRow row)
    {
        if (row.Children == 0) return default;
        var (id, name) = (row.Run.Run.RunId, row.Run.Run.Name);
        var isOpen = !view.Closed.Contains(id);
        var closed = isOpen ? view.Closed.Append(id) : view.Closed.Where(other => other != id);
        var label = $"{(isOpen ? "Hide" : "Show")} the {(row.Children == 1 ? "child" : $"{row.Children} children")} of {name}";
        var address = request.State.With(RunView.ClosedParameter, closed).At(path);
        return Html.Of($"""
            <a class="toggle" href="{address}" aria-label="{label}" title="{label}">{(isOpen ? "▾" : "▸")}</a>
            """);
    }

    private static Html ParentOf(RunRow row) => row.Parent is not { } parent ? default : Html.Of($"""
         <span class="soft parent">child of {Html.Link(PageUrls.Run(parent.RunId), parent.Name)}</span>
        """);

    private static bool IsNumber(RunField field) => field.Property is RunProperty.Metric or RunProperty.EndTime;

    private static Html Cell(LoggedRun run, RunField field) => field.Property switch
    {
        RunProperty.Metric => Html.Of($"""<td class="number">{(run.MetricOf(field.Name) is { } value ? Pieces.Number(value) : "")}</td>"""),
        RunProperty.EndTime => Html.Of($"""<td class="number">{Pieces.Time(run.Run.EndTime)}</td>"""),
        RunProperty.Id => Html.Of($"""<td><code>{run.Run.RunId}</code></td>"""),
        _ => Pieces.LineCell(field.TextOf(run)),
    };

    private string Nothing() =>
        !string.IsNullOrWhiteSpace(view.Filter) ? "No runs match the filter."
        : !string.IsNullOrEmpty(view.Token) ? "No more runs."
        : view.Stage == LifecycleStage.Deleted ? "No deleted runs."
        : "No runs yet.";
}
