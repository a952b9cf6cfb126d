using System.Text.Unicode;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Direct;

/// <summary>
/// A request that consists of a table's name and an item or a key, as most requests do. It is read in one pass over its bytes. Whatever is
/// wrong or unusual is left to the operation itself, which reads the request again.
/// </summary>
internal static class DirectRequest
{
    /// <summary>Reads a request.</summary>
    /// <param name="request">The body. The item refers to it.</param>
    /// <param name="member">The name of the member that holds the item or key.</param>
    /// <param name="shapes">The shapes of items or keys in such requests.</param>
    /// <param name="canBeConsistent">Whether the request can also have <c>ConsistentRead</c>.</param>
    /// <param name="tableName">The table's name.</param>
    /// <returns>The item or key; null if the operation itself must read the request.</returns>
    public static MapValue? TryRead(
        ReadOnlyMemory<byte> request, ReadOnlySpan<byte> member, KnownShapes shapes, bool canBeConsistent, out string? tableName)
    {
        var body = request.Span;
        tableName = null;
        MapValue? item = null;
        if (!Utf8.IsValid(body))
            return null;

        var scanner = new JsonScanner(body, rewrites: false);
        scanner.SkipSpace();
        var step = scanner.Enter((byte)'{', (byte)'}');
        for (; step == JsonStep.Element; step = scanner.MoveOn((byte)'}'))
        {
            if (!scanner.TryReadName(out var start, out var end))
                return null;

            var name = body[start..end];
            if (tableName is null && name.SequenceEqual("TableName"u8))
            {
                if (!scanner.TryReadText(out start, out end, out var hasEscapes) || hasEscapes)
                    return null;
                tableName = NameCache.Read(body[start..end]);
            }
            else if (item is null && name.SequenceEqual(member))
            {
                item = shapes.TryRead(request[scanner.Place..], out var length);
                if (item is null)
                    return null;
                scanner.Place += length;
            }
            else if (!canBeConsistent || !name.SequenceEqual("ConsistentRead"u8)
                || !(scanner.TrySkip("true"u8) || scanner.TrySkip("false"u8)))
            {
                return null;
            }
        }

        scanner.SkipSpace();
        return step == JsonStep.End && scanner.Place == body.Length && tableName is not null ? item : null;
    }
}
