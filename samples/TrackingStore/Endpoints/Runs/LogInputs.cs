using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs the data sets and models that a run read.</summary>
internal sealed class LogInputs(InputStore inputs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(Access.Run(Permission.EDIT), "mlflow/runs/log-inputs", AnswerAsync);

    private Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = Rules.RequireRunId(arguments.RequiredRunId());
        var datasets = arguments.Messages("datasets").Select(DatasetOf).ToList();
        var models = arguments.Messages("models").Select(model => model.RequiredModelId()).ToList();
        return inputs.LogInputsAsync(runId, datasets, models, cancellationToken);
    }

    private static DatasetUse DatasetOf(Arguments input)
    {
        var dataset = input.RequiredMessage("dataset");
        return new DatasetUse
        {
            Name = RequiredText(dataset, "name", Limits.DatasetName),
            Digest = RequiredText(dataset, "digest", Limits.DatasetDigest),
            SourceType = RequiredText(dataset, "source_type", Limits.DatasetName),
            Source = RequiredText(dataset, "source", Limits.DatasetSource),
            Schema = Text(dataset, "schema", Limits.DatasetSchema),
            Profile = Text(dataset, "profile", Limits.DatasetProfile),
            Tags = [.. input.Messages("tags").Select(TagOf)],
        };
    }

    private static NamedValue TagOf(Arguments tag) => new(
        RequiredText(tag, "key", Limits.DatasetTagName),
        Text(tag, "value", Limits.DatasetTagValue) ?? "");

    private static string RequiredText(Arguments arguments, string name, int maxLength)
    {
        var text = arguments.RequiredText(name);
        Rules.RequireLength(text, name, maxLength);
        return text;
    }

    private static string? Text(Arguments arguments, string name, int maxLength)
    {
        var text = arguments.Text(name);
        if (text is not null) Rules.RequireLength(text, name, maxLength);
        return text;
    }
}
