using System.Text.Json.Nodes;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>
/// An index of the stand-in: documents with sequence numbers, and writes on conditions, as "Optimistic concurrency control" and "Bulk API"
/// describe them. Searches see each write at once.
/// </summary>
internal sealed class StandInIndex(JsonObject? creation)
{
    private const int PrimaryTerm = 1;

    private readonly Dictionary<string, (long SequenceNumber, JsonObject Source)> documents = [];
    private long next;

    /// <summary>The id that no other index has, not even one that is created anew.</summary>
    public string Uuid { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What the index was created with; null if a write created it.</summary>
    public JsonObject? Creation { get; } = creation;

    public IReadOnlyCollection<JsonObject> Documents => [.. documents.Values.Select(static one => one.Source)];

    /// <summary>What searches see.</summary>
    public IEnumerable<(string Id, JsonObject Source)> Searchable => documents.Select(static one => (one.Key, one.Value.Source));

    private JsonObject Properties => Creation!["mappings"]!["properties"]!.AsObject();

    public static StandInIndex Guessed() => new(null);

    public static JsonObject Failed(string id, int status, string type) => new()
    {
        ["_id"] = id,
        ["status"] = status,
        ["error"] = new JsonObject { ["type"] = type, ["reason"] = "as the test wants it" },
    };

    /// <summary>Puts a document there, as a program that should not would do.</summary>
    public void Put(string id, JsonObject source) => documents[id] = (next++, source);

    public bool TryAdd(JsonObject mapping)
    {
        // An existing field can't change; a new one is added.
        Assert.Equal("strict", (string)mapping["dynamic"]!);
        return TryMerge(Properties, mapping["properties"]!.AsObject());
    }

    public JsonObject Describe(string name, string id) => documents.TryGetValue(id, out var found)
        ? new JsonObject
        {
            ["_index"] = name,
            ["_id"] = id,
            ["_version"] = 1,
            ["_seq_no"] = found.SequenceNumber,
            ["_primary_term"] = PrimaryTerm,
            ["found"] = true,
        }
        : new JsonObject { ["_index"] = name, ["_id"] = id, ["found"] = false };

    public JsonObject Write(string action, JsonObject parameters, JsonObject? source)
    {
        var id = (string)parameters["_id"]!;
        var exists = documents.TryGetValue(id, out var stored);
        if (parameters.TryGetPropertyValue("if_seq_no", out var expected))
        {
            Assert.NotEqual("create", action);
            if (!exists || (long)expected! != stored.SequenceNumber || (int)parameters["if_primary_term"]! != PrimaryTerm)
                return Failed(id, 409, "version_conflict_engine_exception");
        }
        else if (action == "create" && exists)
        {
            return Failed(id, 409, "version_conflict_engine_exception");
        }

        if (source is not null && Creation is not null && !HasFields(Properties, source))
            return Failed(id, 400, "strict_dynamic_mapping_exception");
        var status = source is null ? (exists ? 200 : 404) : exists ? 200 : 201;
        if (source is null)
            documents.Remove(id);
        else
            documents[id] = (next, source);
        return new JsonObject
        {
            ["_id"] = id,
            ["result"] = source is null ? (exists ? "deleted" : "not_found") : exists ? "updated" : "created",
            ["_seq_no"] = next++,
            ["_primary_term"] = PrimaryTerm,
            ["status"] = status,
        };
    }

    private static bool HasFields(JsonObject properties, JsonObject source) => source.All(field =>
        properties[field.Key] is JsonObject known
        && (field.Value is not JsonObject inner || HasFields(known["properties"]!.AsObject(), inner)));

    private static bool TryMerge(JsonObject known, JsonObject added)
    {
        foreach (var (name, field) in added.ToList())
        {
            if (known[name] is not JsonObject existing)
            {
                known[name] = field!.DeepClone();
            }
            else if (field!["properties"] is JsonObject inner)
            {
                if (!TryMerge(existing["properties"]!.AsObject(), inner))
                    return false;
            }
            else if (!JsonNode.DeepEquals(existing, field))
            {
                return false;
            }
        }

        return true;
    }
}
