using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>An index: its key and the attributes that it carries.</summary>
internal sealed class IndexSchema
{
    // In the order in which projected items list their attributes.
    private readonly string[]? carriedNames;

    public IndexSchema(
        string name, SecondaryIndexKind kind, KeySchema keys, IndexContent carried, Throughput throughput, KeySchema tableKeys)
    {
        Name = name;
        Kind = kind;
        Keys = keys;
        Carried = carried;
        Throughput = throughput;
        CarriedAttributes = carried.IsAll
            ? null
            : [.. keys.Elements.Concat(tableKeys.Elements).Select(static e => e.Name).Concat(carried.NonKeyAttributes)];
        carriedNames = CarriedAttributes?.Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The index's name.</summary>
    public string Name { get; }

    /// <summary>Local, global, or the engine's own.</summary>
    public SecondaryIndexKind Kind { get; }

    /// <summary>The key.</summary>
    public KeySchema Keys { get; }

    /// <summary>The declaration of what it carries.</summary>
    public IndexContent Carried { get; }

    /// <summary>Provisioned units of a global index.</summary>
    public Throughput Throughput { get; }

    /// <summary>The names of all attributes that it carries, including keys; null if it carries every attribute.</summary>
    public HashSet<string>? CarriedAttributes { get; }

    /// <summary>The part of a table's item that the index carries.</summary>
    public MapValue Project(MapValue item) => carriedNames is null ? item : item.Only(carriedNames);

    /// <summary>The same index with other provisioned units.</summary>
    public IndexSchema With(Throughput throughput, KeySchema tableKeys) => new(Name, Kind, Keys, Carried, throughput, tableKeys);
}
