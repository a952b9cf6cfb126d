using System.Text.Json;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The list of the versions that were registered from a logged model, which MLflow keeps as JSON in one of the model's tags. It has room
/// for the newest.
/// </summary>
internal sealed class Registrations(TrackingTable table)
{
    /// <summary>The tag with the list.</summary>
    public const string Tag = "mlflow.modelVersions";

    /// <summary>Adds a version to the list, unless it is there already.</summary>
    public Task AddAsync(string loggedModelId, string name, long version, CancellationToken cancellationToken)
    {
        var added = JsonSerializer.SerializeToElement(new Registration(name, version), RegistrationJson.Default.Registration);
        return JsonList.ChangeAsync(() => TryAddAsync(loggedModelId, added, cancellationToken), cancellationToken);
    }

    private async Task TryAddAsync(string loggedModelId, JsonElement added, CancellationToken cancellationToken)
    {
        var key = LoggedModelTagItem.Key(loggedModelId, Tag);
        var old = (await table.LoggedModelTags.GetAsync(key, consistentRead: true, cancellationToken))?.Value;
        var list = ReadList(old);
        // The answer to a first attempt may have been lost.
        if (list.Exists(known => JsonElement.DeepEquals(known, added))) return;
        list.Add(added);
        var text = SpacedJson.Write(list);
        while (text.Length > Limits.ModelHistory)
        {
            list.RemoveRange(0, (list.Count + 1) / 2);
            text = SpacedJson.Write(list);
        }

        var put = table.LoggedModelTags.Put(new LoggedModelTagItem { ModelId = loggedModelId, Name = Tag, Value = text });
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
            // A client has written something else into the tag. The list is the server's, and begins anew.
            return [];
        }
    }
}
