using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Models;

/// <summary>The page of a version of a registered model.</summary>
internal sealed class VersionPage(ModelStore models, ModelVersionStore versions, Gate gate) : IPage
{
    private const string Path = "/models/{name}/versions/{version}";

    /// <inheritdoc/>
    public void Map(PageRoutes routes)
    {
        var page = routes.Get(Access.Model(Permission.READ), Path, RenderAsync);
        routes.Post(Access.Model(Permission.EDIT), Path + "/describe", page, async request =>
        {
            var (model, version) = VersionOf(request);
            await versions.DescribeAsync(model, version, request.Arguments.FormDescription(), request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Model(Permission.EDIT), Path + "/move", page, async request =>
        {
            var (model, version) = VersionOf(request);
            var stage = ModelStages.Parse(request.Arguments.RequiredText("stage"));
            var archivesOthers = request.Arguments.Has("archive_existing_versions");
            if (archivesOthers) ModelStages.RequireActive(stage);
            await versions.MoveAsync(model, version, stage, archivesOthers, request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Model(Permission.EDIT), Path + "/aliases/set", page, async request =>
        {
            var (model, version) = VersionOf(request);
            await models.SetAliasAsync(model, request.Arguments.RequiredNewAlias(), version, request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Model(Permission.MANAGE), Path + "/aliases/delete", page, async request =>
        {
            var (model, version) = VersionOf(request);
            var alias = request.Arguments.RequiredKey("alias");
            var named = (await models.GetAsync(model, request.Aborted)).Aliases.FirstOrDefault(one => one.Alias == alias);
            if (named is not null && named.Version != version)
            {
                throw new MlflowException(
                    ErrorCode.RESOURCE_CONFLICT, $"The alias is of version {VersionPieces.Number(named.Version)} now.");
            }

            await models.DeleteAliasAsync(model, alias, version, request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Model(Permission.MANAGE), Path + "/delete", page, async request =>
        {
            var (model, version) = VersionOf(request);
            await versions.DeleteAsync(model, version, request.Aborted);
            return PageUrls.Model(model.Name);
        });
    }

    private static (ModelKey Model, long Version) VersionOf(PageRequest request) =>
        (request.Arguments.RequiredModel(), request.Arguments.RequiredVersion());

    private static string PathOf(PageRequest request) =>
        PageUrls.Version(request.Arguments.RequiredModelName(), request.Arguments.RequiredVersion());

    private async Task<PageContent> RenderAsync(PageRequest request)
    {
        var (key, number) = VersionOf(request);
        var version = await versions.GetAsync(key, number, request.Aborted);
        request = request with { Granted = await gate.OfModelAsync(request.Caller, version.Model.ModelId, request.Aborted) };
        var (name, path) = (version.Model.Name, PathOf(request));
        return new PageContent($"Version {VersionPieces.Number(number)}", Html.Of($"""
            {Facts(version)}
            {VersionPieces.Description(version.Item.Description, request, path + "/describe")}
            {VersionPieces.Tags(version.Tags)}
            {VersionForms.Aliases(path, request, version)}
            {(request.May(Permission.EDIT) ? VersionForms.Move(path, version.Item.Stage) : default)}
            """))
        {
            Section = PageSection.Models,
            Crumbs = [(PageUrls.Models, "Models"), (PageUrls.Model(name), name)],
            BesideHeading = VersionPieces.Stage(version.Item.Stage),
            Actions = request.May(Permission.MANAGE) ? VersionForms.Delete(path) : default,
        };
    }

    private static Html Facts(ModelVersion version) => Pieces.Facts(
        ("Model", Html.Link(PageUrls.Model(version.Model.Name), version.Model.Name)),
        ("Run", version.Item.RunId is { } run ? Html.Of($"""<a class="mono" href="{PageUrls.Run(run)}">{run}</a>""") : default),
        ("Source", Html.Of($"<code>{version.Item.Source}</code>")),
        ("Files", Html.Of($"<code>{version.Item.StorageLocation}</code>")),
        ("Created", Pieces.Time(version.Item.CreationTime.ToUnixTimeMilliseconds())),
        ("Updated", Pieces.Time(version.LastUpdateTime.ToUnixTimeMilliseconds())));
}
