using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Values;

namespace TrackingStore.Pages.Runs;

/// <summary>What the page of an experiment shows of the experiment itself.</summary>
internal static class ExperimentHeader
{
    private const string NoteTag = "mlflow.note.content";

    /// <summary>Its notes, facts and tags.</summary>
    public static Html About(TaggedExperiment experiment) => Html.Of($"""
        {(experiment.TagOf(NoteTag) is { Length: > 0 } note
            ? Html.Of($"""<div class="prose about">{SafeMarkdown.Render(note)}</div>""")
            : default)}
        <details class="about"><summary>About this experiment</summary>
        {Pieces.Facts(
            [
                ("Id", Html.Of($"<code>{experiment.Experiment.ExperimentId}</code>")),
                ("Created", Pieces.Time(experiment.Experiment.CreationTime.ToUnixTimeMilliseconds())),
                ("Updated", Pieces.Time(experiment.Experiment.LastUpdateTime.ToUnixTimeMilliseconds())),
                ("Artifacts", Html.Of($"<code>{experiment.Experiment.ArtifactLocation}</code>")),
                .. experiment.Tags.Where(tag => tag.Name != NoteTag).Select(tag => (tag.Name, Pieces.Text(tag.Value))),
            ])}
        </details>
        """);

    /// <summary>What can be done with it.</summary>
    public static Html Actions(string path, PageRequest request, ExperimentItem experiment)
    {
        var (state, mayManage) = (request.State, request.May(Permission.MANAGE));
        if (experiment.Lifecycle == LifecycleStage.Deleted)
        {
            return !mayManage ? default : Html.Of($"""
                <form method="post" action="{state.At(path + "/restore")}"><button>Restore</button></form>
                """);
        }

        return !request.May(Permission.EDIT) ? default : Html.Of($"""
            <details class="menu"><summary>Edit</summary><div class="panel">
            <form class="form" method="post" action="{state.At(path + "/rename")}">
            <label>Name <input type="text" name="new_name" value="{request.Typed("new_name") ?? experiment.Name}" required
            maxlength="{Limits.ExperimentName.ToString()}" autocomplete="off"></label>
            <div><button class="primary">Rename</button></div></form>
            {(mayManage ? Delete(state.At(path + "/delete")) : default)}
            </div></details>
            """);
    }

    private static Html Delete(string action) => Html.Of($"""
        <form class="form" method="post" action="{action}">
        <p class="soft">Deletes the experiment and its runs. Both can be restored.</p>
        <div><button class="danger">Delete experiment</button></div></form>
        """);
}
