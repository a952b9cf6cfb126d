using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Query: what it has besides what a scan has, too. <see cref="PageRequest"/> writes the rest, <see cref="PageResponse"/> reads its pages.</summary>
internal static class Query
{
    /// <summary>Writes which items are read, and in which order.</summary>
    public static void WriteTarget(ref ItemWriter writer, ExpressionContext context, KeyCondition key, bool isDescending)
    {
        key.Write(ref writer, context);
        if (isDescending)
            writer.WriteRaw(",\"ScanIndexForward\":false"u8);
    }
}
