using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Scan: what it has besides what a query has, too. <see cref="PageRequest"/> writes the rest, <see cref="PageResponse"/> reads its pages.</summary>
internal static class Scan
{
    /// <summary>Writes which part of the table or index is read.</summary>
    public static void WriteTarget(ref ItemWriter writer, int segment, int segments)
    {
        if (segments <= 1)
            return;

        RequestText.WriteInteger(ref writer, ",\"Segment\":"u8, segment);
        RequestText.WriteInteger(ref writer, ",\"TotalSegments\":"u8, segments);
    }
}
