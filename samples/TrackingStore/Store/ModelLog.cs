using System.Text.Json;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>The list of models that a run logged, which MLflow keeps as JSON in one tag.</summary>
internal sealed class ModelLog(TrackingTable table, RunStore runs)
{
    /// <summary>The tag with the list.</summary>
    public const string Tag = "mlflow.log-model.history";

    /// <summary>Adds a model to an active run's list, unless it is there already.</summary>
    public async Task AppendAsync(string runId, JsonElement model, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        await JsonList.ChangeAsync(() => TryAppendAsync(runId, model, cancellationToken), cancellationToken);
    }

    private async Task TryAppendAsync(string runId, JsonElement model, CancellationToken cancellationToken)
    {
        var key = RunTagItem.Key(runId, Tag);
        var old = (await table.RunTags.GetAsync(key, consistentRead: true, cancellationToken))?.Value;
        var models = ReadList(old);
        // The answer to a first attempt may have been lost, here or on the way to the client.
        if (models.Exists(logged => JsonElement.DeepEquals(logged, model))) return;
        var list = SpacedJson.Write([.. models, model]);
        if (list.Length > Limits.ModelHistory) throw new TrackingException(new ModelListFull(runId, Limits.ModelHistory));
        var put = table.RunTags.Put(new RunTagItem { RunId = runId, Name = Tag, Value = list });
        await (old is null ? put.If(t => t.Value.NotExists()) : put.If(t => t.Value == old)).ExecuteAsync(cancellationToken);
    }

    private static List<JsonElement> ReadList(string? list)
    {
        try
        {
            return JsonList.Read(list);
        }
        catch (JsonException)
        {
            throw new TrackingException(new ModelListBroken(Tag));
        }
    }
}
