using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Moves a version of a registered model to another stage.</summary>
internal sealed class TransitionStage(ModelVersionStore versions) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.Post(Access.Model(Permission.EDIT), "mlflow/model-versions/transition-stage", AnswerAsync);

    private async Task<ModelVersionReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var (model, version) = (arguments.RequiredModel(), arguments.RequiredVersion());
        var stage = ModelStages.Parse(arguments.RequiredText("stage"));
        var archivesOthers = arguments.Has("archive_existing_versions") && arguments.RequiredBoolean("archive_existing_versions");
        if (archivesOthers) ModelStages.RequireActive(stage);
        return new ModelVersionReply((await versions.MoveAsync(model, version, stage, archivesOthers, cancellationToken)).ToMessage());
    }
}
