using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;

namespace TrackingStore.Pages.Compare;

/// <summary>A table with a column for each run.</summary>
/// <param name="id">Its id in the page.</param>
/// <param name="title">Its heading.</param>
/// <param name="onlyDifferences">Whether rows whose values are all the same are hidden.</param>
/// <param name="budget">How much text the tables of the page may still have.</param>
internal sealed class CompareTable(string id, string title, bool onlyDifferences, CompareBudget budget)
{
    private const int MaxRows = 500;

    /// <summary>The table.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="cellsOf">The values of a run.</param>
    public Html Render(IReadOnlyList<LoggedRun> runs, Func<LoggedRun, IEnumerable<CompareCell>> cellsOf)
    {
        var columns = runs.Select(run => cellsOf(run).ToDictionary(cell => cell.Name)).ToList();
        var names = columns.SelectMany(column => column.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0) return Html.Of($"""<h2>{title}</h2><p class="soft">None.</p>""");
        IEnumerable<string> first = names.Count <= MaxRows
            ? names
            : names.OrderBy(name => Differs(CellsOf(columns, name)) ? 0 : 1).Take(MaxRows);
        var rows = Html.Join(first.Select(name => Row(name, [.. CellsOf(columns, name)])));
        var cut = names.Count <= MaxRows
            ? default
            : Html.Of($"""<p class="soft">The first {MaxRows} of {names.Count}; rows that differ come first.</p>""");
        return Html.Of($"""
            <h2 id="{id}-title">{title}</h2>{cut}
            <div class="table" tabindex="0" role="region" aria-labelledby="{id}-title"><table id="{id}" class="side-by-side">
            <thead><tr><th scope="col">Name</th>{Html.Join(runs.Index().Select(Head))}</tr></thead>
            <tbody>
            {rows}</tbody>
            </table></div>
            """);
    }

    private static Html Mark { get; } = Html.Of($"""
        <span class="soft" title="The values differ"> ≠<span class="hidden"> (differs)</span></span>
        """);

    private static Html Head((int Index, LoggedRun Run) one) =>
        Html.Of($"""<th scope="col">{CompareLegend.Swatch(one.Index)}{one.Run.Run.Name}</th>""");

    private static IEnumerable<CompareCell?> CellsOf(List<Dictionary<string, CompareCell>> columns, string name) =>
        columns.Select(column => column.GetValueOrDefault(name));

    private static bool Differs(IEnumerable<CompareCell?> cells) => cells.Select(cell => cell?.Exact).Distinct().Count() > 1;

    private Html Row(string name, IReadOnlyList<CompareCell?> cells)
    {
        var differs = Differs(cells);
        var attributes = differs ? Html.Of($" class=\"differs\"") : onlyDifferences ? Html.Of($" hidden") : default;
        return Html.Of($"""
            <tr{attributes}><th scope="row" data-name="{name}">{name}{(differs ? Mark : default)}</th>{Html.Join(cells.Select(Cell))}</tr>

            """);
    }

    private Html Cell(CompareCell? cell) => cell is null ? Html.Of($"""<td data-missing="true"><span class="soft">–</span></td>""")
        // The plots leave out what the page has no room for.
        : !budget.TryTake(cell) ? Html.Of($"""<td data-missing="true" title="The page is too large for this value">…</td>""")
        : cell.Hidden is { } exact ? Html.Of($"""<td data-value="{exact}">{cell.Shown}</td>""")
        : Html.Of($"<td>{cell.Shown}</td>");
}
