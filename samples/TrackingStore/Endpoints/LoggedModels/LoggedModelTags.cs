using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Sets and deletes tags of logged models.</summary>
internal sealed class LoggedModelTags(LoggedModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.ChangeWithoutReply(
            HttpMethods.Patch, Access.LoggedModel(Permission.EDIT), "mlflow/logged-models/{model_id}/tags", SetAsync);
        // MLflow's client does not encode the slashes of a name.
        routes.ChangeOnceWithoutReply(
            HttpMethods.Delete,
            Access.LoggedModel(Permission.EDIT),
            "mlflow/logged-models/{model_id}/tags/{**tag_key}",
            ["model_id", "tag_key"],
            (arguments, cancellationToken) =>
                models.DeleteTagAsync(arguments.RequiredLoggedModel(), KeyOf(arguments), cancellationToken),
            async (arguments, cancellationToken) =>
                (await models.GetAsync(arguments.RequiredLoggedModel(), cancellationToken)).Tags.All(tag => tag.Name != KeyOf(arguments)));
    }

    /// <summary>The name in the path, where an encoded slash stays as it is. No name has a percent sign.</summary>
    private static string KeyOf(Arguments arguments) =>
        arguments.RequiredKey("tag_key").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private Task SetAsync(Arguments arguments, CancellationToken cancellationToken) => models.SetTagsAsync(
        arguments.RequiredLoggedModel(), [.. arguments.Messages("tags").Select(tag => tag.ToLoggedModelValue())], cancellationToken);
}
