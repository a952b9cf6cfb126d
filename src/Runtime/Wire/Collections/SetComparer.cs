namespace DynamoToolkit.Wire;

/// <summary>How sets compare their elements after reading: byte arrays by their bytes, every other type by its own equality.</summary>
internal static class SetComparer<T>
{
    /// <summary>The comparer, or null for the type's default.</summary>
    public static readonly IEqualityComparer<T>? Instance =
        typeof(T) == typeof(byte[]) ? (IEqualityComparer<T>)(object)new BytesComparer() : null;

    private sealed class BytesComparer : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y)
            => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

        public int GetHashCode(byte[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(obj);
            return hash.ToHashCode();
        }
    }
}
