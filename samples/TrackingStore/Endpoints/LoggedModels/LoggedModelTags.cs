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
        // The client does not encode the slashes of a name.
        routes.ChangeWithoutReply(
            HttpMethods.Delete,
            Access.LoggedModel(Permission.EDIT),
            "mlflow/logged-models/{model_id}/tags/{**tag_key}",
            (arguments, cancellationToken) =>
                models.DeleteTagAsync(arguments.RequiredLoggedModel(), arguments.RequiredKey("tag_key"), cancellationToken));
    }

    private Task SetAsync(Arguments arguments, CancellationToken cancellationToken) => models.SetTagsAsync(
        arguments.RequiredLoggedModel(), [.. arguments.Messages("tags").Select(tag => tag.ToLoggedModelValue())], cancellationToken);
}
