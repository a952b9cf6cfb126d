using TrackingStore.Artifacts;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Creates a version of a registered model.</summary>
internal sealed class CreateModelVersion(
    ModelVersionStore versions, RunStore runs, LoggedModelStore loggedModels, IArtifactStore artifacts) : IEndpoint
{
    private const string RunIdParameter = "run_id";
    private const string ModelIdParameter = "model_id";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post(Access.Of(RequireAsync), "mlflow/model-versions/create", AnswerAsync);

    private async Task<ModelVersionReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var source = SourceOf(arguments);
        var runId = arguments.Text(RunIdParameter) is { Length: > 0 } given ? Rules.RequireRunId(given) : null;
        var runLink = arguments.Text("run_link") ?? "";
        Rules.RequireLength(runLink, "run_link", Limits.ModelRunLink);
        var tags = arguments.NewModelTags(Limits.NewVersionTags);
        if (!ModelSources.IsModel(source) && !IsPrompt(arguments, source))
            await RequireSourceAsync(arguments, source, runId, LoggedModelOf(arguments), cancellationToken);

        (ModelKey Model, long Version)? origin =
            ModelSources.VersionOf(source) is var (name, number) ? (arguments.ModelOf(name), number) : null;
        var version = new NewModelVersion(
            arguments.RequiredModel(), source, origin, runId, runLink, arguments.Description(), LoggedModelOf(arguments), tags)
        {
            IsSourceOwn = ArtifactLocations.MayBeOwn(source, artifacts),
        };
        return new ModelVersionReply((await versions.CreateAsync(version, cancellationToken)).ToMessage());
    }

    private static string? LoggedModelOf(Arguments arguments) =>
        arguments.Text(ModelIdParameter) is { Length: > 0 } ? arguments.RequiredKey(ModelIdParameter) : null;

    private static string SourceOf(Arguments arguments)
    {
        var source = arguments.RequiredText("source");
        Rules.RequireLength(source, "source", Limits.ModelSource);
        return source;
    }

    /// <summary>
    /// Whether a version is one of a prompt, which has no files: clients send any word as its source. It names no place, here or elsewhere.
    /// </summary>
    private static bool IsPrompt(Arguments arguments, string source) => !source.AsSpan().ContainsAny('/', '\\', ':')
        && arguments.Messages("tags").Any(tag => tag.Text("key") == PromptTags.IsPrompt && PromptTags.IsTrue(tag.Text("value")));

    /// <summary>A version shows the files of its source, so whoever creates it has to be allowed to read them.</summary>
    private async Task RequireAsync(Gate gate, AccessRequest request)
    {
        var caller = request.Caller;
        await gate.RequireModelAsync(request, request.Arguments.RequiredModelName(), Permission.EDIT);
        await RequireRunAsync(gate, request);
        var source = SourceOf(request.Arguments);
        foreach (var id in (string?[])[LoggedModelOf(request.Arguments), ModelSources.LoggedModelOf(source)])
            if (id is not null) await gate.RequireLoggedModelAsync(caller, id, Permission.READ, request.Aborted);
        if (ModelSources.VersionOf(source) is var (name, _))
        {
            await gate.RequireModelAsync(request, name, Permission.READ);
        }
        else if (ArtifactLocations.MayBeOwn(source, artifacts) && !IsPrompt(request.Arguments, source))
        {
            if (ArtifactLocations.IsLocal(source) && ModelSources.IsRelative(source)) throw NotOwn(request.Arguments, source);
            ModelSourceRules.Require(source);
            var path = ArtifactLocations.Resolve(source, artifacts);
            // Whoever may read the model may read these files, and those that are added later. So they must be artifacts of one run.
            if (!caller.IsAdmin && !ArtifactLocations.IsOfOneRun(path)) throw Gate.Denied();
            await gate.RequireFilesAsync(caller, path.Text, Permission.READ, request.Aborted);
        }
    }

    /// <summary>GraphQL shows a run with the versions that were made by it. A run of another tracking server is not here.</summary>
    private async Task RequireRunAsync(Gate gate, AccessRequest request)
    {
        if (request.Arguments.Text(RunIdParameter) is { } id && RunIds.IsValid(id)
            && (await runs.FindAllAsync([id], request.Aborted))[0] is { } run)
        {
            await gate.RequireExperimentAsync(request.Caller, run.ExperimentId, Permission.READ, request.Aborted);
        }
    }

    /// <summary>Refuses a local source that is not among the artifacts of the logged model, or else of the run.</summary>
    private async Task RequireSourceAsync(
        Arguments arguments, string source, string? runId, string? modelId, CancellationToken cancellationToken)
    {
        if (!ArtifactLocations.IsLocal(source))
        {
            ModelSourceRules.Require(source);
            return;
        }

        var place = modelId is not null ? (await loggedModels.RequireAsync(modelId, cancellationToken)).ArtifactUri
            : runId is not null ? await runs.ArtifactUriAsync(runId, cancellationToken)
            : "";
        var folder = ModelSources.IsRelative(source) ? null : ArtifactLocations.LocalPath(place);
        var file = ArtifactLocations.LocalPath(source);
        if (folder is null || file is null || !$"{file.TrimEnd('/')}/".StartsWith($"{folder.TrimEnd('/')}/", StringComparison.Ordinal))
            throw NotOwn(arguments, source);
    }

    private static MlflowException NotOwn(Arguments arguments, string source) => LoggedModelOf(arguments) is not null
        ? ModelSourceRules.NotOf(source, ModelIdParameter, isGiven: true)
        : ModelSourceRules.NotOf(source, RunIdParameter, isGiven: arguments.Text(RunIdParameter) is { Length: > 0 });
}
