using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Query: the parameters that a scan does not have. <see cref="PageRequest"/> writes the rest, <see cref="PageResponse"/> reads the pages.
/// </summary>
internal static class Query
{
    /// <summary>Writes which items to read, and in which order.</summary>
    public static void WriteTarget(ref ItemWriter writer, ExpressionContext context, KeyCondition key, bool isDescending)
    {
        key.Write(ref writer, context);
        if (isDescending)
            writer.WriteRaw(",\"ScanIndexForward\":false"u8);
    }
}
