using System.Text.Json;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Pages.Charts;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Pages.Compare;

/// <summary>The page that shows runs side by side.</summary>
internal sealed class ComparePage(RunStore runs) : IPage
{
    private const int MaxRuns = 100;
    private const string Address = "/compare";
    private const string Runs = "runs";
    private const string Differences = "diff";
    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <inheritdoc/>
    public void Map(PageRoutes routes) => routes.Get(Access.Runs(IdsOf), Address, async request =>
    {
        var ids = IdsOf(request.Arguments);
        var found = await Many.MapAsync<string, LoggedRun>(ids, async (id, token) => await runs.GetAsync(id, token), request.Aborted);
        var onlyDifferences = request.Arguments.Text(Differences) is "1" or "on";
        return new PageContent(ids.Count == 1 ? "One run" : $"{ids.Count} runs side by side", Render(found, request.State, onlyDifferences))
        {
            Section = PageSection.Experiments,
            Crumbs =
            [
                (PageUrls.Experiments, "Experiments"),
                .. found.Select(run => run.Run.ExperimentId).Distinct().Take(5).Select(id => (PageUrls.Experiment(id), $"Experiment {id}")),
            ],
            IsWide = true,
            Styles = ChartSection.Styles,
            Libraries = ChartSection.Libraries,
            Scripts = ["compare-page.js"],
        };
    });

    /// <summary>The ids in the address: separated by commas, or in repeated parameters, as a form sends them.</summary>
    private static IReadOnlyList<string> IdsOf(Arguments arguments)
    {
        string[] ids =
        [
            .. arguments.Texts(Runs).SelectMany(text => text.Split(',', Split)).Distinct(),
        ];
        return ids.Length switch
        {
            0 => throw MlflowException.Invalid(
                "Name the runs to compare, as in /compare?runs=id,id, or select them in the table of an experiment."),
            > MaxRuns => throw MlflowException.Invalid(
                $"A page compares at most {MaxRuns} runs, and these are {ids.Length}. Select fewer of them."),
            _ => ids,
        };
    }

    private static Html Render(IReadOnlyList<LoggedRun> runs, PageState state, bool onlyDifferences)
    {
        var budget = new CompareBudget();
        return Html.Of($"""
            <h2 id="legend-title">Runs</h2>
            <ol id="legend" class="legend" aria-labelledby="legend-title">
            {Html.Join(runs.Index().Select(one => CompareLegend.Entry(one.Item.Run, one.Index)))}</ol>
            {ChartSection.Render(Data(runs), "The table of metrics has their latest values.")}
            {ComparePlots}
            <form id="differences" method="get" action="{Address}" class="toolbar">
            {Pieces.Hidden(state.Without(Differences))}
            <label>
            <input type="checkbox" name="{Differences}" value="1"{(onlyDifferences ? Html.Of($" checked") : default)}> Only differences
            </label>
            <button>Show</button>
            </form>
            {new CompareTable("params", "Parameters", onlyDifferences, budget).Render(runs, run => run.Params.Select(CompareCell.Of))}
            {new CompareTable("metrics", "Latest metrics", onlyDifferences, budget).Render(runs, run => run.Metrics.Select(CompareCell.Of))}
            {new CompareTable("tags", "Tags", onlyDifferences, budget).Render(runs, run => run.Tags.Select(CompareCell.Of))}
            """);
    }

    private static Html ComparePlots { get; } = Html.Of($"""
        <section class="needs-script" aria-labelledby="parallel-title" hidden>
        <h2 id="parallel-title">Parallel coordinates</h2>
        <details><summary>Choose parameters and metrics</summary>
        <fieldset class="choices" id="parallel-axes"><legend class="hidden">Axes of the parallel coordinates</legend></fieldset></details>
        <div id="parallel"></div>
        </section>
        <section class="needs-script" aria-labelledby="scatter-title" hidden>
        <h2 id="scatter-title">Scatter plot</h2>
        <p class="toolbar"><label>Horizontal axis <select name="sx"></select></label>
        <label>Vertical axis <select name="sy"></select></label></p>
        <div id="scatter"></div>
        </section>
        """);

    private static Html Data(IReadOnlyList<LoggedRun> runs)
    {
        var names = JsonSerializer.Serialize(
            ChartSection.Order(runs.SelectMany(run => run.Metrics).Select(metric => metric.Name)), ChartData.Default.IReadOnlyListString);
        var shown = JsonSerializer.Serialize(
            [.. runs.Select(run => new ChartRun(run.Run.RunId, run.Run.Name, run.Run.StartTime))], ChartData.Default.IReadOnlyListChartRun);
        return Html.Of($"""data-runs="{shown}" data-metrics="{names}" """);
    }
}
