using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>An index: its key and what it carries.</summary>
internal sealed class IndexSchema
{
    private readonly Projection? projection;

    public IndexSchema(string name, SecondaryIndexKind kind, KeySchema keys, IndexContent carried, Throughput throughput, KeySchema tableKeys)
    {
        Name = name;
        Kind = kind;
        Keys = keys;
        Carried = carried;
        Throughput = throughput;
        CarriedAttributes = carried.IsAll
            ? null
            : [.. keys.Elements.Concat(tableKeys.Elements).Select(static e => e.Name).Concat(carried.NonKeyAttributes).Distinct()];
        projection = CarriedAttributes is null ? null : Projection.Of(CarriedAttributes);
    }

    /// <summary>The index's name.</summary>
    public string Name { get; }

    /// <summary>Local, global, or the engine's own.</summary>
    public SecondaryIndexKind Kind { get; }

    /// <summary>The key.</summary>
    public KeySchema Keys { get; }

    /// <summary>What it carries, as declared.</summary>
    public IndexContent Carried { get; }

    /// <summary>Provisioned units of a global index.</summary>
    public Throughput Throughput { get; }

    /// <summary>The names of everything it carries, keys included; null for all.</summary>
    public HashSet<string>? CarriedAttributes { get; }

    /// <summary>The part of a table's item that the index carries.</summary>
    public MapValue Project(MapValue item) => projection is null ? item : projection.Apply(item);

    /// <summary>The same index with other provisioned units.</summary>
    public IndexSchema With(Throughput throughput, KeySchema tableKeys) => new(Name, Kind, Keys, Carried, throughput, tableKeys);
}
