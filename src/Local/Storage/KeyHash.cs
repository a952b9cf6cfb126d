namespace DynamoToolkit.Local.Storage;

/// <summary>
/// The hash that determines the order of partitions in scans. It must never change, because page tokens and files outlive a process. It is
/// FNV-1a with a final mix, so that the high bits, which determine the segment, depend on all bytes.
/// </summary>
internal static class KeyHash
{
    /// <summary>The hash of an encoded partition key.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in bytes)
            hash = (hash ^ value) * 1099511628211UL;

        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCDUL;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
