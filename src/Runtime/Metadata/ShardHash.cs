using System.Text;

namespace DynamoToolkit;

/// <summary>
/// The hash that decides on an item's write shard. It is part of stored data, so it never changes: FNV-1a with 64 bits over the UTF-8
/// bytes of a text, and then the finalizer of MurmurHash3, because the low bits of FNV-1a alone depend on the low bits of the bytes alone.
/// </summary>
internal static class ShardHash
{
    private const int MaxStackBytes = 512;
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var maxBytes = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = maxBytes <= MaxStackBytes ? stackalloc byte[MaxStackBytes] : new byte[maxBytes];
        return Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Basis;
        foreach (var one in bytes)
            hash = (hash ^ one) * Prime;

        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
