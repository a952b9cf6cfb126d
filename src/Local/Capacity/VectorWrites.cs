using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Capacity;

/// <summary>What a write of an item consumes on a vector index: bytes, at least 1 KB.</summary>
internal static class VectorWrites
{
    /// <summary>The minimum of a write and of a search.</summary>
    public const long MinBytes = 1024;

    /// <summary>The bytes of the larger of both entries; null if the write changes no entry.</summary>
    /// <param name="index">The index.</param>
    /// <param name="old">The item before the write; null if there was none.</param>
    /// <param name="item">The item after the write; null if there is none.</param>
    public static double? BytesOf(VectorIndexSchema index, MapValue? old, MapValue? item)
    {
        var (oldVector, newVector) = (VectorOf(index, old), VectorOf(index, item));
        if (oldVector is null && newVector is null)
            return null;

        var before = oldVector is null ? null : index.Project(old!, oldVector);
        var after = newVector is null ? null : index.Project(item!, newVector);
        if (before is not null && after is not null && oldVector!.AsSpan().SequenceEqual(newVector) && before.SameAs(after))
            return null;
        return Math.Max(MinBytes, Math.Max(SizeOf(index, before), SizeOf(index, after)));
    }

    private static float[]? VectorOf(VectorIndexSchema index, MapValue? item) => item is null ? null : index.VectorOf(item);

    private static long SizeOf(VectorIndexSchema index, MapValue? entry) => entry is null ? 0 : index.SizeOf(entry);
}
