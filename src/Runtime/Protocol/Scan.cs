using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Scan: the parameters that a query does not have. <see cref="PageRequest"/> writes the rest, <see cref="PageResponse"/> reads the pages.
/// </summary>
internal static class Scan
{
    /// <summary>Writes which segment of the table or index to read.</summary>
    public static void WriteTarget(ref ItemWriter writer, int segment, int segments)
    {
        if (segments <= 1)
            return;

        RequestText.WriteInteger(ref writer, ",\"Segment\":"u8, segment);
        RequestText.WriteInteger(ref writer, ",\"TotalSegments\":"u8, segments);
    }
}
