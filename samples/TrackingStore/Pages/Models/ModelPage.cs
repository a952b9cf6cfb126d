using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Models;

/// <summary>The page of a registered model: its versions and aliases.</summary>
internal sealed class ModelPage(ModelStore models, ModelSearch search, Gate gate) : IPage
{
    private const string Path = "/models/{name}";
    private const int PageSize = 100;

    /// <inheritdoc/>
    public void Map(PageRoutes routes)
    {
        var page = routes.Get(Access.Model(Permission.READ), Path, RenderAsync);
        routes.Post(Access.Model(Permission.EDIT), Path + "/describe", page, async request =>
        {
            await models.DescribeAsync(request.Arguments.RequiredModel(), request.Arguments.FormDescription(), request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Model(Permission.EDIT), Path + "/rename", page, async request =>
        {
            var name = request.Arguments.RequiredNewModelName("new_name");
            await models.RenameAsync(request.Arguments.RequiredModel(), name, request.Aborted);
            return PageUrls.Model(name);
        });
        routes.Post(Access.Model(Permission.MANAGE), Path + "/delete", page, async request =>
        {
            await models.DeleteAsync(request.Arguments.RequiredModel(), request.Aborted);
            return PageUrls.Models;
        });
        routes.Post(Access.Model(Permission.EDIT), Path + "/aliases/set", page, async request =>
        {
            var (alias, version) = (request.Arguments.RequiredNewAlias(), request.Arguments.RequiredVersion());
            await models.SetAliasAsync(request.Arguments.RequiredModel(), alias, version, request.Aborted);
            return PathOf(request);
        });
        routes.Post(Access.Model(Permission.MANAGE), Path + "/aliases/delete", page, async request =>
        {
            await models.DeleteAliasAsync(
                request.Arguments.RequiredModel(), request.Arguments.RequiredKey("alias"), request.Aborted);
            return PathOf(request);
        });
    }

    private static string PathOf(PageRequest request) => request.State.At(PageUrls.Model(request.Arguments.RequiredModelName()));

    private async Task<PageContent> RenderAsync(PageRequest request)
    {
        var model = await models.GetAsync(request.Arguments.RequiredModel(), request.Aborted);
        request = request with { Granted = await gate.OfModelAsync(request.Caller, model.Item.ModelId, request.Aborted) };
        var path = PageUrls.Model(model.Item.Name);
        var (versions, next) = await search.VersionsAsync(VersionsOf(model, request.Arguments), request.Aborted);
        return new PageContent(model.Item.Name, Html.Of($"""
            {ModelFacts(model)}
            {VersionPieces.Description(model.Item.Description, request, request.State.At(path + "/describe"))}
            {ModelAliasTable.Of(path, request, model)}
            <h2>Versions</h2>
            {VersionTable.Of(model, versions)}
            {Paging.Links(path, request.State, next)}
            {VersionPieces.Tags(model.Tags)}
            """))
        {
            Section = PageSection.Models,
            Crumbs = [(PageUrls.Models, "Models")],
            BesideHeading = VersionPieces.Stages(model),
            Actions = request.May(Permission.EDIT) ? Actions(path, request, model) : default,
        };
    }

    /// <summary>The versions of this model and no other, the newest first.</summary>
    private static ModelQuery<VersionFilter, VersionOrder> VersionsOf(RegisteredModel model, Arguments arguments) => new(
        VersionFilter.AllOf(model.Item.Name),
        new VersionOrder([new(new VersionField(VersionProperty.Number), IsDescending: true)]),
        id => id == model.Item.ModelId,
        PageSize,
        arguments.Text(Paging.Parameter));

    private static Html ModelFacts(RegisteredModel model) => Pieces.Facts(
        ("Created", Pieces.Time(model.Item.CreationTime.ToUnixTimeMilliseconds())),
        ("Updated", Pieces.Time(model.Item.LastUpdateTime.ToUnixTimeMilliseconds())));

    private static Html Actions(string path, PageRequest request, RegisteredModel model) => Html.Of($"""
        <details class="menu"><summary>Edit</summary><div class="panel">
        <form class="form" method="post" action="{request.State.At(path + "/rename")}">
        <label>Name <input type="text" name="new_name" value="{request.Typed("new_name") ?? model.Item.Name}" required
        maxlength="{Limits.ModelName.ToString()}" autocomplete="off"></label>
        <div><button class="primary">Rename</button></div></form>
        {(request.May(Permission.MANAGE) ? Delete(request.State.At(path + "/delete")) : default)}
        </div></details>
        """);

    private static Html Delete(string action) => Html.Of($"""
        <form class="form" method="post" action="{action}">
        <p class="soft">Deletes the model with all its versions. This cannot be undone.</p>
        <div><button class="danger">Delete model</button></div></form>
        """);
}
