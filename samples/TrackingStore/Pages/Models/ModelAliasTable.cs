using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Values;

namespace TrackingStore.Pages.Models;

/// <summary>The aliases of a model, with forms that set and delete them.</summary>
internal static class ModelAliasTable
{
    /// <summary>The aliases.</summary>
    public static Html Of(string path, PageRequest request, RegisteredModel model) => Html.Of($"""
        <h2>Aliases</h2>
        {(model.Aliases.Count == 0 ? Html.Of($"""<p class="soft">None.</p>""") : Table(path, request, model))}
        {(request.May(Permission.EDIT) && model.LatestVersions.Count > 0 ? Set(path, request.State, model) : default)}
        """);

    private static Html Table(string path, PageRequest request, RegisteredModel model) => Html.Of($"""
        <ul class="aliases">
        {Html.Join(model.Aliases.Select(alias => Html.Of($"""
            <li>{VersionPieces.Alias(alias.Alias)} {VersionPieces.Link(model.Item.Name, alias.Version)}
            {(request.May(Permission.MANAGE) ? Delete(request.State.At(path + "/aliases/delete"), alias.Alias) : default)}</li>
            """)))}
        </ul>
        """);

    /// <summary>A form that deletes an alias.</summary>
    public static Html Delete(string action, string alias) => Html.Of($"""
        <form method="post" action="{action}"><input type="hidden" name="alias" value="{alias}">
        <button class="plain" aria-label="Delete the alias {alias}">Delete</button></form>
        """);

    private static Html Set(string path, PageState state, RegisteredModel model)
    {
        var newest = model.LatestVersions.Max(version => version.Item.Version);
        return Html.Of($"""
            <form class="row" method="post" action="{state.At(path + "/aliases/set")}">
            <input type="text" name="alias" required maxlength="{Limits.ModelAlias.ToString()}" placeholder="Alias" aria-label="Alias"
            autocomplete="off">
            <input type="number" name="version" required min="1" value="{VersionPieces.Number(newest)}" aria-label="Version">
            <button>Set alias</button></form>
            """);
    }
}
