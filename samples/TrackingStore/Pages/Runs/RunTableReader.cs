using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Pages.Runs;

/// <summary>
/// Reads a page of a table of runs: the runs from the index, then only what the columns show, a hundred values with each request. Which
/// columns there are, it learns from a few runs.
/// </summary>
internal sealed class RunTableReader(RunSearch search, RunColumns columns, RunStore runs)
{
    private const int PageSize = 100;
    private const int MaxOffered = 500;
    private const int StandardColumns = 4;
    private const string SystemMetrics = "system/";
    private static readonly RunField Parent = new(RunProperty.Tag, RunNesting.ParentTag);

    /// <summary>Reads a page.</summary>
    public async Task<RunTableData> ReadAsync(string experimentId, RunView view, CancellationToken cancellationToken)
    {
        var query = new RunQuery(
            [experimentId], PlainWords.ToFilter(view.Filter), OrderText.Parse(view.Order), view.Stage, PageSize, view.Token)
        {
            Columns = [],
        };
        var (page, next) = await search.SearchAsync(query, cancellationToken);
        var offered = await OfferAsync(page, cancellationToken);
        var shown = view.ChosenColumns(offered) ?? [.. Standard(offered, RunProperty.Metric), .. Standard(offered, RunProperty.Param)];
        var loaded = await columns.LoadAsync([.. page.Select(run => run.Run)], [.. shown, Parent], cancellationToken);

        // Parents of other experiments are not for everybody who may read this one.
        var parents = (await columns.FindAsync(RunNesting.MissingParents(loaded), cancellationToken))
            .Where(parent => parent.ExperimentId == experimentId).ToDictionary(parent => parent.RunId);
        return new RunTableData(RunNesting.Rows(loaded, view.Closed, parents), shown, offered, next);
    }

    private static IEnumerable<RunField> Standard(IEnumerable<RunField> offered, RunProperty property) => offered
        .Where(field => field.Property == property && !field.Name.StartsWith(SystemMetrics, StringComparison.Ordinal))
        .Take(StandardColumns);

    /// <summary>The names that were logged to the first, the middle and the last run of a page.</summary>
    private async Task<IReadOnlyList<RunField>> OfferAsync(IReadOnlyList<LoggedRun> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0) return [];
        string[] sample = [.. new[] { 0, page.Count / 2, page.Count - 1 }.Distinct().Select(i => page[i].Run.RunId)];
        var data = await Task.WhenAll(sample.Select(id => runs.DataAsync(id, cancellationToken)));
        var fields = data.SelectMany(one => one).Select(FieldOf).OfType<RunField>().Distinct();
        return [.. fields.OrderBy(field => field.Property).ThenBy(field => field.Name, StringComparer.Ordinal).Take(MaxOffered)];
    }

    private static RunField? FieldOf(RunDataItem item) => item switch
    {
        { Rank: not null } => new RunField(RunProperty.Metric, item.Name!),
        { Param: not null } => new RunField(RunProperty.Param, item.Name!),
        { Tag: not null } => new RunField(RunProperty.Tag, item.Name!),
        _ => null,
    };
}
