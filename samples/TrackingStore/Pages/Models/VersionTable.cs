using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;

namespace TrackingStore.Pages.Models;

/// <summary>The table of a model's versions.</summary>
internal static class VersionTable
{
    private const int ShownOfId = 8;

    /// <summary>The table.</summary>
    public static Html Of(RegisteredModel model, IReadOnlyList<ModelVersion> versions) => versions.Count == 0
        ? Html.Of($"""<p class="empty">The model has no version yet.</p>""")
        : Html.Of($"""
            <div class="table" role="region" aria-label="Versions" tabindex="0"><table>
            <thead><tr><th scope="col">Version</th><th scope="col">Stage</th><th scope="col">Aliases</th><th scope="col">Run</th>
            <th scope="col">Description</th><th scope="col" class="number">Created</th></tr></thead>
            <tbody>
            {Html.Join(versions.Select(version => Row(model.Item.Name, version)))}</tbody>
            </table></div>
            """);

    private static Html Row(string name, ModelVersion version) => Html.Of($"""
        <tr><th scope="row" class="nowrap">{VersionPieces.Link(name, version.Item.Version)}</th>
        <td>{VersionPieces.Stage(version.Item.Stage)}</td>
        <td><span class="badges">{Html.Join(version.Aliases.Select(VersionPieces.Alias))}</span></td>
        <td>{RunOf(version)}</td>
        {Pieces.LineCell(version.Item.Description)}
        <td class="number">{Pieces.Time(version.Item.CreationTime.ToUnixTimeMilliseconds())}</td></tr>

        """);

    private static Html RunOf(ModelVersion version) => version.Item.RunId is { } run
        ? Html.Of($"""<a class="mono" href="{PageUrls.Run(run)}">{run[..Math.Min(ShownOfId, run.Length)]}</a>""")
        : default;
}
