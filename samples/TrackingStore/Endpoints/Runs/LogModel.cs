using System.Text.Json;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Adds a model to the list of those that a run logged.</summary>
internal sealed class LogModel(ModelLog models) : IEndpoint
{
    private static readonly string[] Mandatory = ["artifact_path", "flavors", "utc_time_created", "run_id"];

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(Access.Run(Permission.EDIT), "mlflow/runs/log-model", AnswerAsync);

    private async Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var json = arguments.RequiredText("model_json");
        Rules.RequireLength(json, "model_json", Limits.ModelJson);
        using var model = Parse(json);
        await models.AppendAsync(runId, model.RootElement, cancellationToken);
    }

    private static JsonDocument Parse(string modelJson)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(modelJson);
        }
        catch (JsonException)
        {
            throw MlflowException.Invalid($"Malformed model info. \n {Limits.Truncate(modelJson, 500)} \n is not a valid JSON.");
        }

        var missing = document.RootElement.ValueKind == JsonValueKind.Object
            ? Mandatory.Where(field => !document.RootElement.TryGetProperty(field, out _)).ToList()
            : [.. Mandatory];
        if (missing.Count == 0) return document;
        document.Dispose();
        var fields = string.Join(", ", missing.Select(field => $"'{field}'"));
        throw MlflowException.Invalid($"Model json is missing mandatory fields: {{{fields}}}");
    }
}
