namespace DynamoToolkit.Local.Capacity;

/// <summary>Converts bytes to capacity units.</summary>
internal static class Units
{
    private const int ReadBytes = 4096;
    private const int WriteBytes = 1024;

    /// <summary>The units of a read: one for every 4 KB, half as many if the read need not be consistent.</summary>
    public static double Read(long bytes, bool consistent) => Math.Max(1, Ceiling(bytes, ReadBytes)) * (consistent ? 1 : 0.5);

    /// <summary>The units of a write: one for every KB.</summary>
    public static double Write(long bytes) => Math.Max(1, Ceiling(bytes, WriteBytes));

    private static long Ceiling(long bytes, int unit) => (bytes + unit - 1) / unit;
}
