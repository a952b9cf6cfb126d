using System.Buffers;
using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>Table schemas to and from JSON. They are few, and JSON can take new members without a new version of the format.</summary>
internal static class SchemaJson
{
    /// <summary>Writes a schema.</summary>
    public static byte[] Write(TableSchema schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, schema);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a schema.</summary>
    public static TableSchema Read(ReadOnlySpan<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes.ToArray());
        var root = document.RootElement;
        var attributes = root.GetProperty("attributes").EnumerateObject()
            .Select(static property => (property.Name, KindOf(property.Value)))
            .ToList();
        var keys = ReadKeys(root.GetProperty("keys"), attributes);
        return new TableSchema
        {
            Name = root.GetProperty("name").GetString()!,
            Id = root.GetProperty("id").GetGuid(),
            Created = root.GetProperty("created").GetDateTimeOffset(),
            Attributes = attributes,
            Keys = keys,
            Indexes = [.. root.GetProperty("indexes").EnumerateArray().Select(index => ReadIndex(index, keys, attributes))],
            VectorIndexes = root.TryGetProperty("vectors", out var vectors)
                ? [.. vectors.EnumerateArray().Select(index => VectorIndexJson.Read(index, keys, attributes))]
                : [],
            OnDemand = root.GetProperty("onDemand").GetBoolean(),
            Throughput = ReadThroughput(root),
            ExpiryAttribute = TextOrNull(root, "expiry"),
            DeletionProtected = root.GetProperty("protected").GetBoolean(),
            TableClass = TextOrNull(root, "class"),
            Tags = root.GetProperty("tags").EnumerateObject().ToDictionary(static tag => tag.Name, static tag => tag.Value.GetString()!),
            RestoredFrom = root.TryGetProperty("restored", out var restored) ? ReadRestored(restored) : null,
            PointInTime = root.TryGetProperty("pointInTime", out var days)
                ? new PointInTimeRecovery(days.GetProperty("since").GetDateTimeOffset(), days.GetProperty("days").GetInt32())
                : null,
        };
    }

    private static void Write(Utf8JsonWriter json, TableSchema schema)
    {
        json.WriteStartObject();
        json.WriteString("name", schema.Name);
        json.WriteString("id", schema.Id);
        json.WriteString("created", schema.Created);
        json.WriteStartObject("attributes");
        foreach (var (name, kind) in schema.Attributes)
            json.WriteString(name, kind.Name());
        json.WriteEndObject();
        WriteKeys(json, schema.Keys);
        json.WriteStartArray("indexes");
        foreach (var index in schema.Indexes)
            WriteIndex(json, index);
        json.WriteEndArray();
        VectorIndexJson.Write(json, schema.VectorIndexes);
        json.WriteBoolean("onDemand", schema.OnDemand);
        WriteThroughput(json, schema.Throughput);
        if (schema.ExpiryAttribute is not null)
            json.WriteString("expiry", schema.ExpiryAttribute);
        json.WriteBoolean("protected", schema.DeletionProtected);
        if (schema.TableClass is not null)
            json.WriteString("class", schema.TableClass);
        json.WriteStartObject("tags");
        foreach (var (key, value) in schema.Tags)
            json.WriteString(key, value);
        json.WriteEndObject();
        WriteBackups(json, schema);
        json.WriteEndObject();
    }

    private static void WriteBackups(Utf8JsonWriter json, TableSchema schema)
    {
        if (schema.RestoredFrom is { } source)
        {
            json.WriteStartObject("restored");
            json.WriteString("backup", source.BackupArn);
            json.WriteString("table", source.TableArn);
            json.WriteString("time", source.Time);
            json.WriteEndObject();
        }

        if (schema.PointInTime is { } recovery)
        {
            json.WriteStartObject("pointInTime");
            json.WriteString("since", recovery.Since);
            json.WriteNumber("days", recovery.Days);
            json.WriteEndObject();
        }
    }

    private static RestoreSource ReadRestored(JsonElement json) => new(
        json.GetProperty("backup").GetString()!, json.GetProperty("table").GetString()!, json.GetProperty("time").GetDateTimeOffset());

    private static void WriteIndex(Utf8JsonWriter json, IndexSchema index)
    {
        json.WriteStartObject();
        json.WriteString("name", index.Name);
        json.WriteBoolean("local", index.Kind == SecondaryIndexKind.Local);
        WriteKeys(json, index.Keys);
        json.WriteString("content", index.Carried.Type);
        json.WriteStartArray("also");
        foreach (var name in index.Carried.NonKeyAttributes)
            json.WriteStringValue(name);
        json.WriteEndArray();
        WriteThroughput(json, index.Throughput);
        json.WriteEndObject();
    }

    private static IndexSchema ReadIndex(JsonElement json, KeySchema tableKeys, List<(string Name, ValueKind Kind)> attributes) => new(
        json.GetProperty("name").GetString()!,
        json.GetProperty("local").GetBoolean() ? SecondaryIndexKind.Local : SecondaryIndexKind.Global,
        ReadKeys(json.GetProperty("keys"), attributes),
        new IndexContent(
            json.GetProperty("content").GetString()!,
            [.. json.GetProperty("also").EnumerateArray().Select(static name => name.GetString()!)]),
        ReadThroughput(json),
        tableKeys);

    private static void WriteKeys(Utf8JsonWriter json, KeySchema keys)
    {
        json.WriteStartObject("keys");
        foreach (var element in keys.Elements)
            json.WriteBoolean(element.Name, element.IsHash);
        json.WriteEndObject();
    }

    private static KeySchema ReadKeys(JsonElement json, List<(string Name, ValueKind Kind)> attributes) => new(
        json.EnumerateObject().Select(key =>
            new KeyElement(key.Name, attributes.Find(attribute => attribute.Name == key.Name).Kind, key.Value.GetBoolean())));

    private static void WriteThroughput(Utf8JsonWriter json, Throughput throughput)
    {
        json.WriteNumber("read", throughput.Read);
        json.WriteNumber("write", throughput.Write);
    }

    private static Throughput ReadThroughput(JsonElement json) =>
        new(json.GetProperty("read").GetInt64(), json.GetProperty("write").GetInt64());

    private static string? TextOrNull(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static ValueKind KindOf(JsonElement tag) => ValueKinds.TryParse(tag.GetString(), out var kind)
        ? kind
        : throw new InvalidDataException($"There is no data type {tag.GetString()}.");
}
