using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Creates and opens page tokens. A token holds a place, its key, and a tag over both and the query's table, index, key condition and
/// order. With <see cref="DynamoClientOptions.PageTokenKey"/> the tag is a signature, without it a checksum.
/// </summary>
internal static class PageTokens
{
    private const int TagLength = PageTokenTag.Length;

    public static PageToken Make(QueryPlan plan, PagePlace place, ReadOnlySpan<byte> key)
    {
        using var token = WireBuffer.Rent(key.Length + TagLength + 1);
        token.Write([(byte)place]);
        WriteTag(plan, place, key, token);
        token.Write(key);
        return PageToken.Parse(Base64Url.EncodeToString(token.WrittenSpan));
    }

    /// <summary>Checks a token, returns its place, and writes the key that it holds, which is empty at the start and the end.</summary>
    public static PagePlace Open(PageToken token, QueryPlan plan, WireBuffer key)
    {
        var text = token.ToString();
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length <= TagLength
            || !Enum.IsDefined((PagePlace)bytes[0]))
        {
            throw new PageTokenException("The page token is damaged: its text is not that of a page token. Begin again at the first page.");
        }

        var place = (PagePlace)bytes[0];
        var content = bytes.AsSpan(0, length);
        var held = content[(TagLength + 1)..];
        using var tag = WireBuffer.Rent(TagLength);
        WriteTag(plan, place, held, tag);
        if (!PageTokenTag.IsSame(tag.WrittenSpan, content.Slice(1, TagLength)))
        {
            throw new PageTokenException(
                "The page token is damaged, or was created for another query. " +
                "The table, index, key condition and order must be the same. Begin again at the first page.");
        }

        if (place is PagePlace.Before or PagePlace.End && plan.Key is null)
        {
            throw new PageTokenException(
                "The page token leads to the page before another one, but a scan has no order. Begin again at the first page.");
        }

        if (place is PagePlace.Start or PagePlace.End)
        {
            return held.IsEmpty
                ? place
                : throw new PageTokenException(
                    "The page token is damaged: its place has no key, but it holds one. Begin again at the first page.");
        }

        CheckKey(plan, held);
        key.Write(held);
        return place;
    }

    /// <summary>Writes the key that a read continues from after an item. It consists of the item's own attributes.</summary>
    public static void WritePosition(QueryPlan plan, ReadOnlySpan<byte> item, WireBuffer key)
    {
        var separator = "{"u8;
        foreach (var attribute in plan.PositionKeys)
        {
            var reader = new JsonCursor(item);
            while (reader.NextMember(out var name))
            {
                var value = reader.ReadRaw();
                if (!attribute.IsNamed(name))
                    continue;

                key.Write(separator);
                key.Write(attribute.NamePrefix[1..]);
                key.Write(value);
                separator = ","u8;
                break;
            }
        }

        key.Write("}"u8);
    }

    private static void WriteTag(QueryPlan plan, PagePlace place, ReadOnlySpan<byte> key, WireBuffer tag)
    {
        using var message = WireBuffer.Rent();
        plan.Request(default, limit: null).WriteBinding(message);
        if (plan.Shards is { } shards)
            message.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{shards.Count},{shards.Also}")));
        message.Write("\n"u8);
        message.Write([(byte)place]);
        message.Write(key);

        PageTokenTag.Write(plan.Table.Client, message.WrittenSpan, tag);
    }

    /// <summary>
    /// Anyone can compute a checksum, and the key goes into the request unchanged. So the key must be a map of exactly this query's key
    /// attributes.
    /// </summary>
    private static void CheckKey(QueryPlan plan, ReadOnlySpan<byte> key)
    {
        try
        {
            var expected = plan.PositionKeys.ToList();
            var reader = new ItemReader(key);
            reader.BeginMap();
            while (reader.ReadName(out var name))
            {
                var position = IndexOf(expected, name);
                var value = KeyValue.Read(ref reader);
                expected[position].ThrowIfInvalid(value, KeyModel.MaxPartitionBytes);
                expected.RemoveAt(position);
            }

            reader.ReadEnd();
            if (expected.Count > 0)
                throw new ArgumentException($"The key lacks '{expected[0].AttributeName}'.");
        }
        catch (Exception error) when (error is ItemFormatException or ArgumentException)
        {
            throw new PageTokenException(
                "The page token is damaged: it does not hold a key of this query. Begin again at the first page.",
                error);
        }
    }

    private static int IndexOf(List<KeyModel> keys, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].IsNamed(name))
                return i;
        }

        throw new ArgumentException("The key has an attribute that is not one of the query's key attributes.", nameof(name));
    }
}
