using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Values;

namespace TrackingStore.Pages.Models;

/// <summary>What can be done with a version.</summary>
internal static class VersionForms
{
    /// <summary>Its aliases.</summary>
    public static Html Aliases(string path, PageRequest request, ModelVersion version) => Html.Of($"""
        <h2>Aliases</h2>
        {(version.Aliases.Count == 0 ? Html.Of($"""<p class="soft">None.</p>""") : Html.Of($"""
            <ul class="aliases">{Html.Join(version.Aliases.Select(alias => Html.Of($"""
                <li>{VersionPieces.Alias(alias)}
                {(request.May(Permission.MANAGE) ? ModelAliasTable.Delete(path + "/aliases/delete", alias) : default)}</li>
                """)))}</ul>
            """))}
        {(request.May(Permission.EDIT) ? Html.Of($"""
            <form class="row" method="post" action="{path}/aliases/set">
            <input type="text" name="alias" required maxlength="{Limits.ModelAlias.ToString()}" placeholder="Alias" aria-label="Alias"
            autocomplete="off">
            <button>Add alias</button></form>
            """) : default)}
        """);

    /// <summary>A form that moves it to another stage.</summary>
    public static Html Move(string path, ModelStage current) => Html.Of($"""
        <h2>Stage</h2>
        <form class="row" method="post" action="{path}/move">
        <select name="stage" aria-label="Stage">
        {Html.Join(Enum.GetValues<ModelStage>().Select(stage => Html.Of(
            $"<option{(stage == current ? Html.Of($" selected") : default)}>{stage.ToString()}</option>")))}
        </select>
        <label class="row"><input type="checkbox" name="archive_existing_versions" value="true">
        Archive other versions in this stage</label>
        <button>Move</button></form>
        """);

    /// <summary>A menu that deletes it.</summary>
    public static Html Delete(string path) => Html.Of($"""
        <details class="menu"><summary>Edit</summary><div class="panel">
        <form class="form" method="post" action="{path}/delete">
        <p class="soft">Deletes the version and its aliases. This cannot be undone.</p>
        <div><button class="danger">Delete version</button></div></form>
        </div></details>
        """);
}
