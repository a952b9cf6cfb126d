using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Protocol;

namespace TrackingStore.Store;

/// <summary>The list of models that a run logged, which MLflow keeps as JSON in one tag.</summary>
internal sealed class ModelLog(TrackingTable table, RunStore runs)
{
    /// <summary>The tag with the list.</summary>
    public const string Tag = "mlflow.log-model.history";

    private const int Tries = 20;
    private static readonly string[] Mandatory = ["artifact_path", "flavors", "utc_time_created", "run_id"];

    /// <summary>Adds a model to an active run's list.</summary>
    public async Task AppendAsync(string runId, string modelJson, CancellationToken cancellationToken)
    {
        using var model = Parse(modelJson);
        await runs.RequireActiveAsync(runId, cancellationToken);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TryAppendAsync(runId, model.RootElement, cancellationToken);
                return;
            }
            catch (ConditionalCheckFailedException) when (tries < Tries)
            {
                // Someone else added a model since the list was read.
                await Task.Delay(Random.Shared.Next(10 * tries), cancellationToken);
            }
        }
    }

    private async Task TryAppendAsync(string runId, JsonElement model, CancellationToken cancellationToken)
    {
        var key = RunTagItem.Key(runId, Tag);
        var old = (await table.RunTags.GetAsync(key, consistentRead: true, cancellationToken))?.Value;
        var list = Append(old, model);
        if (list.Length > Limits.ModelHistory) throw MlflowException.Invalid($"The models of run {runId} are too many: their list has room for {Limits.ModelHistory} characters.");
        var put = table.RunTags.Put(new RunTagItem { RunId = runId, Name = Tag, Value = list });
        await (old is null ? put.If(t => t.Value.NotExists()) : put.If(t => t.Value == old)).ExecuteAsync(cancellationToken);
    }

    private static string Append(string? list, JsonElement model)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var element in ReadList(list)) element.WriteTo(writer);
            model.WriteTo(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static List<JsonElement> ReadList(string? list)
    {
        if (string.IsNullOrEmpty(list)) return [];
        try
        {
            using var document = JsonDocument.Parse(list);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(e => e.Clone())] : [];
        }
        catch (JsonException)
        {
            throw MlflowException.Invalid($"The tag '{Tag}' of the run is not a valid JSON list, so no model can be added to it.");
        }
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
        throw MlflowException.Invalid($"Model json is missing mandatory fields: {{{string.Join(", ", missing.Select(field => $"'{field}'"))}}}");
    }
}
