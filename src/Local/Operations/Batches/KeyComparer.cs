using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Batches;

/// <summary>Compares keys of requests, which may list their attributes in any order.</summary>
internal sealed class KeyComparer : IEqualityComparer<MapValue>
{
    /// <summary>The only instance.</summary>
    public static readonly KeyComparer Instance = new();

    public bool Equals(MapValue? x, MapValue? y) => x is null || y is null ? x == y : x.SameAs(y);

    public int GetHashCode([DisallowNull] MapValue obj)
    {
        var hash = 0;
        foreach (var (name, value) in obj.Members)
            hash += HashCode.Combine(name, ScalarComparer.Instance.GetHashCode(value));
        return hash;
    }
}
