using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Creates a registered model.</summary>
internal sealed class CreateRegisteredModel(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostOfCaller(Access.SignedIn, "mlflow/registered-models/create", AnswerAsync);

    private async Task<RegisteredModelReply> AnswerAsync(HttpContext context, Arguments arguments)
    {
        var name = arguments.RequiredNewModelName("name");
        var tags = arguments.NewModelTags(Limits.ModelTags);
        var owner = Gate.CallerOf(context)!.Owner;
        var model = await models.CreateAsync(name, arguments.Description(), tags, owner, context.RequestAborted);
        return new RegisteredModelReply(model.ToMessage());
    }
}
