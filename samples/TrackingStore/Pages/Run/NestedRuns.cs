using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Run;

/// <summary>
/// The runs inside a run. Only with summaries on the runs' items are they found without reading a tag of each run of the experiment, so
/// without summaries the page has a link to the search.
/// </summary>
internal sealed class NestedRuns(RunSearch search, KeptSummaries summaries)
{
    private const int Max = 20;

    /// <summary>The newest ones as a part of the run's page; nothing if there are none.</summary>
    public async Task<Html> OfAsync(RunItem run, CancellationToken cancellationToken)
    {
        // The id is of the server's own making, so there is nothing in it to quote.
        var filter = $"tags.`{RunFacts.ParentTag}` = '{run.RunId}'";
        var all = new PageState([new("filter", filter)]).At(PageUrls.Experiment(run.ExperimentId));
        if (!summaries.AreKept) return Html.Of($"""<p class="nested">{Html.Link(all, "Find nested runs")}</p>""");
        var query = new RunQuery(
            [run.ExperimentId], RunFilterParser.Parse(filter), RunOrder.NewestFirst, LifecycleStage.Active, Max, null);
        var (page, next) = await search.SearchAsync(query, cancellationToken);
        var children = page.Select(child =>
            Html.Of($"<li>{Html.Link(PageUrls.Run(child.Run.RunId), child.Run.Name)} {Pieces.Status(child.Run.Status)}</li>\n"));
        return page.Count == 0 ? default : Html.Of($"""
            <h2>Nested runs</h2>
            <ul class="badges nested">
            {Html.Join(children)}</ul>
            {(next is null ? default : Html.Of($"<p>{Html.Link(all, "All nested runs")}</p>"))}
            """);
    }
}
