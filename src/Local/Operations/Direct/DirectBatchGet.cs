using System.Text.Unicode;
using DynamoToolkit.Local.Operations.Batches;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Operations.Direct;

/// <summary>
/// BatchGetItem of whole items of one table. The request is read in one pass over its bytes. Whatever is wrong or unusual is left to the
/// operation itself, which reads the request again.
/// </summary>
internal static class DirectBatchGet
{
    private static readonly KnownShapes Keys = new();

    /// <summary>Answers a request, if it is a plain one.</summary>
    /// <returns>False if the operation itself must answer. Nothing has been written then.</returns>
    public static bool TryRun(Store store, ReadOnlyMemory<byte> body, WireBuffer response)
    {
        if (!Utf8.IsValid(body.Span) || Find(store, body) is not { } found)
            return false;

        response.GetSpan(found.Items.Sum(static item => item.WireLength + 1) + body.Length);
        response.Write("{\"Responses\":{\""u8);
        WireText.Write(response, found.TableName);
        response.Write("\":"u8);
        ValueWriter.WriteList(response, found.Items);
        response.Write("},\"UnprocessedKeys\":{}}"u8);
        return true;
    }

    private static (string TableName, List<MapValue> Items)? Find(Store store, ReadOnlyMemory<byte> body)
    {
        var scanner = new JsonScanner(body.Span, rewrites: false);
        scanner.SkipSpace();
        if (!TryEnter(ref scanner, body.Span, out var start, out var end) || !body.Span[start..end].SequenceEqual("RequestItems"u8)
            || !TryEnter(ref scanner, body.Span, out start, out end))
        {
            return null;
        }

        var name = NameCache.Read(body.Span[start..end]);
        if (store.Current.Tables.Find(name) is not { } table || FindItems(table, ref scanner, body) is not { } items)
            return null;
        if (scanner.MoveOn((byte)'}') != JsonStep.End || scanner.MoveOn((byte)'}') != JsonStep.End)
            return null;
        scanner.SkipSpace();
        return scanner.Place == body.Length ? (name, items) : null;
    }

    /// <summary>Moves into an object, behind the name of its first member.</summary>
    private static bool TryEnter(ref JsonScanner scanner, ReadOnlySpan<byte> body, out int start, out int end)
    {
        (start, end) = (0, 0);
        return scanner.Enter((byte)'{', (byte)'}') == JsonStep.Element && scanner.TryReadName(out start, out end);
    }

    /// <summary>The items of <c>{"Keys":[…],"ConsistentRead":true}</c>.</summary>
    private static List<MapValue>? FindItems(Table table, ref JsonScanner scanner, ReadOnlyMemory<byte> body)
    {
        List<MapValue>? items = null;
        var step = scanner.Enter((byte)'{', (byte)'}');
        for (; step == JsonStep.Element; step = scanner.MoveOn((byte)'}'))
        {
            if (!scanner.TryReadName(out var start, out var end))
                return null;

            var name = body.Span[start..end];
            if (items is null && name.SequenceEqual("Keys"u8))
            {
                items = ReadKeys(table, ref scanner, body);
                if (items is null)
                    return null;
            }
            else if (!name.SequenceEqual("ConsistentRead"u8) || !(scanner.TrySkip("true"u8) || scanner.TrySkip("false"u8)))
            {
                return null;
            }
        }

        return step == JsonStep.End ? items : null;
    }

    private static List<MapValue>? ReadKeys(Table table, ref JsonScanner scanner, ReadOnlyMemory<byte> body)
    {
        var (items, seen, bytes) = (new List<MapValue>(), new HashSet<byte[]>(KeyBytesComparer.Instance), 0L);
        var step = scanner.Enter((byte)'[', (byte)']');
        for (; step == JsonStep.Element; step = scanner.MoveOn((byte)']'))
        {
            var key = Keys.TryRead(body[scanner.Place..], out var length);
            if (key is null || KeyRules.TryEncodeKey(table.Schema.Keys, key) is not { } encoded
                || !seen.Add(encoded) || seen.Count > BatchConstraints.MaxKeys || bytes >= BatchConstraints.MaxResponseBytes)
            {
                return null;
            }

            scanner.Place += length;
            if (table.Find(encoded) is not { } item)
                continue;
            bytes += item.ItemSize;
            items.Add(item);
        }

        return step == JsonStep.End && seen.Count > 0 ? items : null;
    }
}
