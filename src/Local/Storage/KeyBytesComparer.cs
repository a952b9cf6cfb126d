using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.Local.Storage;

/// <summary>Compares keys by their bytes.</summary>
internal sealed class KeyBytesComparer : IEqualityComparer<byte[]>
{
    /// <summary>The only instance.</summary>
    public static readonly KeyBytesComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
