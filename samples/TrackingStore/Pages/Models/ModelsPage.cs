using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Models;

/// <summary>The list of registered models.</summary>
internal sealed class ModelsPage(ModelSearch search, ModelStore models, Gate gate) : IPage
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public void Map(PageRoutes routes)
    {
        var page = routes.Get(Access.SignedIn, PageUrls.Models, RenderAsync);
        routes.Post(Access.SignedIn, "/models/create", page, async request =>
        {
            var name = request.Arguments.RequiredNewModelName("name");
            await models.CreateAsync(name, request.Arguments.FormDescription(), [], request.Caller.Owner, request.Aborted);
            return PageUrls.Model(name);
        });
    }

    private async Task<PageContent> RenderAsync(PageRequest request)
    {
        var query = new ModelQuery<ModelFilter, ModelOrder>(
            NameSearch.Models(request.Arguments),
            ModelOrderParser.Parse(request.Arguments.Texts(SortHeadings.Parameter)),
            await gate.ReadableModelsAsync(request.Context, request.Aborted),
            PageSize,
            request.Arguments.Text(Paging.Parameter));
        var (found, next) = await search.ModelsAsync(query, request.Aborted);
        return new PageContent("Models", Html.Of($"""
            <div class="toolbar">{NameSearch.Form(PageUrls.Models, request)}</div>
            {Table(request, found)}
            {Paging.Links(PageUrls.Models, request.State, next)}
            """))
        {
            Section = PageSection.Models,
            Actions = request.CanChange ? Create(request) : default,
        };
    }

    private static Html Create(PageRequest request) => Html.Of($"""
        <details class="menu"{(request.Refused is null ? default : Html.Of($" open"))}><summary class="primary">New model</summary>
        <div class="panel"><form class="form" method="post" action="{request.State.At("/models/create")}">
        <label>Name <input type="text" name="name" value="{request.Typed("name")}" required maxlength="{Limits.ModelName.ToString()}"
        autocomplete="off"></label>
        <label>Description <textarea name="description">
        {request.Typed("description")}</textarea></label>
        <div><button class="primary">Create</button></div>
        </form></div></details>
        """);

    private static Html Table(PageRequest request, IReadOnlyList<RegisteredModel> models)
    {
        if (models.Count == 0)
        {
            var nothing = NameSearch.IsAsked(request.Arguments) ? "No models match the search." : "No model is registered yet.";
            return Html.Of($"""<p class="empty">{nothing}</p>""");
        }

        var sort = new SortHeadings(PageUrls.Models, request.State);
        return Html.Of($"""
            <div class="table" role="region" aria-label="Models" tabindex="0"><table>
            <thead><tr>{sort.OfTexts("Name", "name")}<th scope="col" class="number">Newest version</th><th scope="col">Aliases</th>
            <th scope="col">Stages</th>{sort.OfNumbers("Updated", "last_updated_timestamp")}</tr></thead>
            <tbody>
            {Html.Join(models.Select(Row))}</tbody>
            </table></div>
            """);
    }

    private static Html Row(RegisteredModel model)
    {
        var name = model.Item.Name;
        var newest = model.LatestVersions.Select(version => version.Item.Version).DefaultIfEmpty().Max();
        return Html.Of($"""
            <tr><th scope="row" class="text">{Html.Link(PageUrls.Model(name), name)}</th>
            <td class="number">{(newest == 0 ? default : VersionPieces.Link(name, newest))}</td>
            <td>{VersionPieces.Aliases(model)}</td>
            <td>{VersionPieces.Stages(model)}</td>
            <td class="number">{Pieces.Time(model.Item.LastUpdateTime.ToUnixTimeMilliseconds())}</td></tr>

            """);
    }
}
