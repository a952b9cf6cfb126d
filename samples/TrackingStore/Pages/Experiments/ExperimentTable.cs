using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Values;

namespace TrackingStore.Pages.Experiments;

/// <summary>The table of experiments, and what is above it.</summary>
internal static class ExperimentTable
{
    /// <summary>The search and the views.</summary>
    public static Html Toolbar(PageRequest request, LifecycleStage stage) => Html.Of($"""
        <div class="toolbar">
        {NameSearch.Form(PageUrls.Experiments, request)}
        {StageView.Links(PageUrls.Experiments, request.State, stage)}
        </div>
        """);

    /// <summary>The table.</summary>
    /// <param name="request">The request for the page.</param>
    /// <param name="stage">Which experiments it shows.</param>
    /// <param name="experiments">The experiments.</param>
    /// <param name="granted">What the caller may do with each.</param>
    public static Html Of(
        PageRequest request, LifecycleStage stage, IReadOnlyList<ExperimentItem> experiments, Func<string, Permission> granted)
    {
        if (experiments.Count == 0) return Html.Of($"""<p class="empty">{Nothing(request, stage)}</p>""");
        var sort = new SortHeadings(PageUrls.Experiments, request.State);
        return Html.Of($"""
            <div class="table" role="region" aria-label="Experiments" tabindex="0"><table>
            <thead><tr>
            {sort.OfTexts("Name", "name")}{sort.OfNumbers("Id", "experiment_id")}
            {sort.OfNumbers("Created", "creation_time")}{sort.OfNumbers("Updated", "last_update_time")}
            {(request.CanChange ? Html.Of($"""<th scope="col"><span class="hidden">Actions</span></th>""") : default)}
            </tr></thead>
            <tbody>
            {Html.Join(experiments.Select(one => Row(request with { Granted = granted(one.ExperimentId) }, one)))}</tbody>
            </table></div>
            """);
    }

    private static Html Row(PageRequest request, ExperimentItem experiment) => Html.Of($"""
        <tr><th scope="row" class="text">{Html.Link(PageUrls.Experiment(experiment.ExperimentId), experiment.Name)}</th>
        <td class="number">{experiment.ExperimentId}</td>
        <td class="number">{Pieces.Time(experiment.CreationTime.ToUnixTimeMilliseconds())}</td>
        <td class="number">{Pieces.Time(experiment.LastUpdateTime.ToUnixTimeMilliseconds())}</td>
        {(request.CanChange ? Html.Of($"""<td class="menu-cell">{Action(request, experiment)}</td>""") : default)}</tr>

        """);

    private static Html Action(PageRequest request, ExperimentItem experiment)
    {
        if (!request.May(Permission.MANAGE)) return default;
        var state = request.State;
        if (experiment.Lifecycle == LifecycleStage.Deleted)
        {
            return Html.Of($"""
                <form method="post" action="{state.At("/experiments/restore")}">
                <input type="hidden" name="experiment_id" value="{experiment.ExperimentId}">
                <button class="plain" aria-label="Restore {experiment.Name}">Restore</button></form>
                """);
        }

        return Html.Of($"""
            <details class="menu inside"><summary>Delete<span class="hidden"> {experiment.Name}</span></summary><div class="panel">
            <form class="form" method="post" action="{state.At("/experiments/delete")}">
            <input type="hidden" name="experiment_id" value="{experiment.ExperimentId}">
            <p class="soft">Deletes the experiment and its runs. Both can be restored.</p>
            <div><button class="danger">Delete experiment<span class="hidden"> {experiment.Name}</span></button></div></form>
            </div></details>
            """);
    }

    private static string Nothing(PageRequest request, LifecycleStage stage) =>
        NameSearch.IsAsked(request.Arguments) ? "No experiments match the search."
        : stage == LifecycleStage.Deleted ? "No deleted experiments."
        : "No experiments yet.";
}
