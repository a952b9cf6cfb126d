using System.Globalization;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Models;

/// <summary>Pieces about versions that several pages have.</summary>
internal static class VersionPieces
{
    /// <summary>The number of a version, as a text.</summary>
    public static string Number(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>A link to a version.</summary>
    public static Html Link(string model, long version) => Html.Link(PageUrls.Version(model, version), $"Version {Number(version)}");

    /// <summary>The aliases of a model, each with its version.</summary>
    public static Html Aliases(RegisteredModel model) => Html.Of($"""
        <span class="badges">{Html.Join(model.Aliases.Select(alias => Html.Of(
            $"{Alias(alias.Alias)} {Html.Link(PageUrls.Version(model.Item.Name, alias.Version), Number(alias.Version))} ")))}</span>
        """);

    /// <summary>An alias.</summary>
    public static Html Alias(string alias) => Pieces.Badge("alias", $"@{alias}");

    /// <summary>The stages of a model that have versions, each with its latest one.</summary>
    public static Html Stages(RegisteredModel model)
    {
        var versions = model.LatestVersions.Select(version => version.Item).Where(version => version.Stage != ModelStage.None);
        return Html.Of($"""<span class="badges">{Html.Join(versions.Select(version => StageOf(model.Item.Name, version)))}</span>""");
    }

    /// <summary>A stage; nothing if it is none.</summary>
    public static Html Stage(ModelStage stage) =>
        stage == ModelStage.None ? default : Pieces.Badge(stage.ToString().ToLowerInvariant(), stage.ToString());

    /// <summary>A description with a form that changes it.</summary>
    /// <param name="description">The description.</param>
    /// <param name="request">The request for the page. What was typed into a form that was refused is still there.</param>
    /// <param name="action">Where the form is sent.</param>
    public static Html Description(string? description, PageRequest request, string action) => Html.Of($"""
        <h2>Description</h2>
        {(string.IsNullOrEmpty(description)
            ? Html.Of($"""<p class="soft">None.</p>""")
            : Html.Of($"""<div class="prose">{SafeMarkdown.Render(description)}</div>"""))}
        {(!request.May(Values.Permission.EDIT) ? default : Html.Of($"""
            <details class="edit"{(request.Typed("description") is null ? default : Html.Of($" open"))}>
            <summary>Edit the description</summary>
            <form class="form" method="post" action="{action}">
            <label><span class="hidden">Description</span><textarea name="description">
            {request.Typed("description") ?? description}</textarea></label>
            <div><button class="primary">Save</button></div></form></details>
            """))}
        """);

    /// <summary>Tags; nothing if there are none.</summary>
    public static Html Tags(IReadOnlyList<Values.NamedValue> tags) => tags.Count == 0 ? default : Html.Of($"""
        <h2>Tags</h2>
        {Pieces.Facts([.. tags.Select(tag => (tag.Name, Pieces.Text(tag.Value)))])}
        """);

    private static Html StageOf(string model, ModelVersionItem version) =>
        Html.Of($"{Stage(version.Stage)} {Html.Link(PageUrls.Version(model, version.Version), Number(version.Version))} ");
}
