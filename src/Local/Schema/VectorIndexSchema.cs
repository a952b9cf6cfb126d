using System.Text;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>A vector index: the attribute with the vectors, how they are compared, and what the index carries.</summary>
internal sealed record VectorIndexSchema
{
    /// <summary>The size of a dimension in an index and where the service charges for a write.</summary>
    public const int DimensionBytes = 4;

    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute with the vectors.</summary>
    public required string VectorAttribute { get; init; }

    /// <summary>The number of dimensions of each vector.</summary>
    public required int Dimensions { get; init; }

    /// <summary>How vectors are compared.</summary>
    public required VectorDistance Distance { get; init; }

    /// <summary>The attributes that searches can name: at most one partition key, and filters.</summary>
    public required IReadOnlyList<SearchElement> SearchSchema { get; init; }

    /// <summary>The declaration of what the index carries.</summary>
    public required IndexContent Carried { get; init; }

    /// <summary>The key of the table, which every index carries.</summary>
    public required KeySchema TableKeys { get; init; }

    /// <summary>The partition key; null if the index has none.</summary>
    public SearchElement? Hash => SearchSchema.FirstOrDefault(static element => element.IsHash);

    /// <summary>Whether the search schema has the attribute.</summary>
    public bool Searches(string attribute) => SearchSchema.Any(element => element.Name == attribute);

    /// <summary>Whether both define the same index.</summary>
    public bool IsSameAs(VectorIndexSchema other) =>
        (Name, VectorAttribute, Dimensions, Distance, Carried.Type)
        == (other.Name, other.VectorAttribute, other.Dimensions, other.Distance, other.Carried.Type)
        && SearchSchema.ToHashSet().SetEquals(other.SearchSchema)
        && Carried.NonKeyAttributes.ToHashSet().SetEquals(other.Carried.NonKeyAttributes);

    /// <summary>The vector of an item; null if the index does not hold the item.</summary>
    public float[]? VectorOf(MapValue item)
    {
        foreach (var element in SearchSchema)
        {
            if (!element.Accepts(item.Get(element.Name)))
                return null;
        }

        return Vectors.TryRead(item.Get(VectorAttribute), Dimensions);
    }

    /// <summary>What the index carries of an item that it holds. It has the vector as 32-bit numbers.</summary>
    public MapValue Project(MapValue item, ReadOnlySpan<float> vector)
    {
        var carried = Carried.IsAll
            ? item.Members.Keys
            : TableKeys.Elements.Select(static element => element.Name)
                .Concat(SearchSchema.Select(static element => element.Name))
                .Concat(Carried.NonKeyAttributes);
        var members = new Dictionary<string, Value>();
        foreach (var name in carried.Order(StringComparer.Ordinal))
        {
            if (name == VectorAttribute)
                members[name] = Vectors.ToList(vector);
            else if (item.TryGet(name, out var value))
                members[name] = value;
        }

        return new MapValue(members);
    }

    /// <summary>The size in bytes of an item's entry in the index, which always has the vector.</summary>
    /// <param name="entry">What <see cref="Project"/> returns.</param>
    public long SizeOf(MapValue entry)
    {
        var vector = entry.Get(VectorAttribute);
        var nameBytes = vector is null ? Encoding.UTF8.GetByteCount(VectorAttribute) : 0;
        return entry.ItemSize + nameBytes - (vector?.Size ?? 0) + (DimensionBytes * Dimensions);
    }
}
