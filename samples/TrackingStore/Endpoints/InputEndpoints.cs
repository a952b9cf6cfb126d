using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Store;

namespace TrackingStore.Endpoints;

/// <summary>What runs read and made: data sets and models.</summary>
internal sealed class InputEndpoints(InputStore inputs, ModelLog models)
{
    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes) => new MlflowApi(routes, "/2.0/mlflow/runs")
        .Post("log-inputs", LogInputsAsync)
        .Post("outputs", LogOutputsAsync)
        .Post("log-model", LogModelAsync);

    private async Task<EmptyReply> LogInputsAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = RunIds.Require(arguments.RequiredRunId());
        var datasets = arguments.Messages("datasets").Select(DatasetInputOf).ToList();
        var read = arguments.Messages("models").Select(ModelIdOf).ToList();
        await inputs.LogInputsAsync(runId, datasets, read, cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> LogOutputsAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = RunIds.Require(arguments.RequiredRunId());
        var made = arguments.Messages("models").Select(m => new ModelOutput(ModelIdOf(m), m.Int64("step") ?? 0)).ToList();
        await inputs.LogOutputsAsync(runId, made, cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> LogModelAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await models.AppendAsync(arguments.RequiredRunId(), arguments.RequiredText("model_json"), cancellationToken);
        return EmptyReply.Instance;
    }

    private static string ModelIdOf(Arguments arguments)
    {
        var id = arguments.RequiredText("model_id");
        Names.Require(id, arguments.PathOf("model_id"));
        return id;
    }

    private static DatasetInput DatasetInputOf(Arguments arguments) => new()
    {
        Dataset = DatasetOf(arguments.RequiredMessage("dataset")),
        Tags = [.. arguments.Messages("tags").Select(tag => new NamedValue(
            Text(tag, "key", Limits.InputTagKey, required: true)!,
            Text(tag, "value", Limits.InputTagValue, required: false) ?? ""))],
    };

    private static Dataset DatasetOf(Arguments arguments) => new()
    {
        Name = Text(arguments, "name", Limits.DatasetName, required: true)!,
        Digest = Text(arguments, "digest", Limits.DatasetDigest, required: true)!,
        SourceType = Text(arguments, "source_type", Limits.DatasetName, required: true)!,
        Source = Text(arguments, "source", Limits.DatasetSource, required: true)!,
        Schema = Text(arguments, "schema", Limits.DatasetSchema, required: false),
        Profile = Text(arguments, "profile", Limits.DatasetProfile, required: false),
    };

    private static string? Text(Arguments arguments, string name, int longest, bool required)
    {
        var text = required ? arguments.RequiredText(name) : arguments.Text(name);
        if (text is not null) Limits.RequireLength(text, arguments.PathOf(name), longest);
        return text;
    }
}
