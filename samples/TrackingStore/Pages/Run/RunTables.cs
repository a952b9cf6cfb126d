using System.Globalization;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Run;

/// <summary>What was logged to a run, as tables.</summary>
internal static class RunTables
{
    /// <summary>The tag with the notes, which the page shows as such.</summary>
    public const string NoteTag = "mlflow.note.content";

    private const int MaxRows = 2000;

    /// <summary>The latest value of each metric. The script of the page keeps them up to date.</summary>
    public static Html Metrics(LoggedRun run) => Table(
        "latest-metrics",
        "Latest metrics",
        ["Metric", "Value", "Step"],
        run.Metrics,
        metric => Html.Of($"""
            <tr data-name="{metric.Name}"><th scope="row" class="text">{metric.Name}</th><td>{Pieces.Number(metric.Value)}</td>
            <td>{metric.Step.ToString(CultureInfo.InvariantCulture)}</td></tr>

            """));

    /// <summary>The parameters.</summary>
    public static Html Params(LoggedRun run) =>
        Pairs("params", "Parameters", "Parameter", run.Params.Select(param => (param.Name, param.Value)));

    /// <summary>The tags, without the notes.</summary>
    public static Html Tags(LoggedRun run) =>
        Pairs("tags", "Tags", "Tag", run.Tags.Where(tag => tag.Name != NoteTag).Select(tag => (tag.Name, tag.Value)));

    /// <summary>The data sets that it read.</summary>
    public static Html Datasets(LoggedRun run) => Table(
        "datasets",
        "Data sets",
        ["Name", "Digest", "Source", "Used for"],
        run.Datasets,
        set => Html.Of($"""
            <tr><th scope="row" class="text">{set.Dataset}</th><td>{set.Digest}</td><td class="text">{set.SourceType}</td>
            <td>{set.Tags?.GetValueOrDefault("mlflow.data.context")}</td></tr>

            """));

    private static Html Pairs(string id, string title, string head, IEnumerable<(string Name, string Value)> pairs) => Table(
        id,
        title,
        [head, "Value"],
        pairs,
        pair => Html.Of($"""<tr><th scope="row" class="text">{pair.Name}</th><td class="text">{pair.Value}</td></tr>{"\n"}"""));

    private static Html Table<T>(string id, string title, IReadOnlyList<string> heads, IEnumerable<T> rows, Func<T, Html> row)
    {
        var all = rows.ToList();
        if (all.Count == 0) return Html.Of($"""<h2>{title}</h2><p class="soft">None.</p>""");
        var cut = all.Count <= MaxRows
            ? default
            : Html.Of($"""<p class="soft">The first {MaxRows} of {all.Count}. The API returns all.</p>""");
        return Html.Of($"""
            <h2 id="{id}-title">{title}</h2>{cut}
            <div class="table free"><table id="{id}" aria-labelledby="{id}-title">
            <thead><tr>{Html.Join(heads.Select(head => Html.Of($"<th scope=\"col\">{head}</th>")))}</tr></thead>
            <tbody>
            {Html.Join(all.Take(MaxRows).Select(row))}</tbody>
            </table></div>
            """);
    }
}
