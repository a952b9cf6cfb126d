using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Shows the latest version of each stage of a registered model.</summary>
internal sealed class GetLatestVersions(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.GetOrPost(Access.Model(Permission.READ), "mlflow/registered-models/get-latest-versions", AnswerAsync);

    private async Task<ModelVersionsReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var stages = arguments.Texts("stages").Select(ModelStages.Parse).ToList();
        var model = await models.GetAsync(arguments.RequiredModel(), context.RequestAborted);
        var latest = model.LatestVersions.Where(version => stages.Count == 0 || stages.Contains(version.Item.Stage));
        return new ModelVersionsReply(latest.Select(version => version.ToMessage()).ListOrAbsent(), null);
    }
}
