using System.Buffers.Text;
using System.Security.Cryptography;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Creates and opens page tokens. A token holds the key to continue from, and a tag over that key and the query's table, index, key
/// condition and order. With <see cref="DynamoClientOptions.PageTokenKey"/> the tag is a signature, without it a checksum.
/// </summary>
internal static class PageTokens
{
    private const int TagLength = 16;
    private const byte Version = 1;

    public static PageToken Make(QueryPlan plan, ReadOnlySpan<byte> key)
    {
        using var token = WireBuffer.Rent(key.Length + TagLength + 1);
        token.Write([Version]);
        WriteTag(plan, key, token);
        token.Write(key);
        return PageToken.Parse(Base64Url.EncodeToString(token.WrittenSpan));
    }

    /// <summary>Checks a token, and writes the key that it holds.</summary>
    public static void Open(PageToken token, QueryPlan plan, WireBuffer key)
    {
        var text = token.ToString();
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length <= TagLength + 1
            || bytes[0] != Version)
        {
            throw new PageTokenException("The page token is damaged: its text is not that of a page token. Begin again at the first page.");
        }

        var content = bytes.AsSpan(0, length);
        var held = content[(TagLength + 1)..];
        using var tag = WireBuffer.Rent(TagLength);
        WriteTag(plan, held, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag.WrittenSpan, content.Slice(1, TagLength)))
        {
            throw new PageTokenException(
                "The page token is damaged, or was created for another query. " +
                "The table, index, key condition and order must be the same. Begin again at the first page.");
        }

        CheckKey(plan, held);
        key.Write(held);
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

    private static void WriteTag(QueryPlan plan, ReadOnlySpan<byte> key, WireBuffer tag)
    {
        using var message = WireBuffer.Rent();
        plan.Request(default, limit: null).WriteBinding(message);
        message.Write("\n"u8);
        message.Write(key);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (plan.Table.Client.PageTokenKey is { } secret)
            HMACSHA256.HashData(secret, message.WrittenSpan, hash);
        else
            SHA256.HashData(message.WrittenSpan, hash);
        tag.Write(hash[..TagLength]);
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
