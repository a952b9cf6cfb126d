using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Time to live on reads. The service deletes expired items late, up to days; until then they are there but no longer meant to be seen.
/// </summary>
internal static class Expiry
{
    private const int MaxNameBytes = 256;

    /// <summary>What JSON has shorter escapes for than the one by number.</summary>
    private static readonly SearchValues<char> MayBeEscaped = SearchValues.Create("\"\\/\b\f\n\r\t");

    /// <summary>Reads the item that the reader is before, and steps over it where it has expired.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="attribute">The attribute by which the item expires; null to read it in any case.</param>
    /// <param name="time">The clock.</param>
    /// <param name="item">The item.</param>
    /// <returns>Whether the item was read.</returns>
    public static bool TryRead<T>(ref JsonCursor reader, string? attribute, TimeProvider time, [MaybeNullWhen(false)] out T item)
        where T : IDynamoMap<T>
    {
        var start = reader;
        try
        {
            item = reader.ReadMap<T>();
        }
        catch (Exception) when (IsExpired(ref start, attribute, time))
        {
            // An old item can be of an old form that a converter or constructor refuses in its own way: nobody is to see it any more.
            item = default;
            reader = start;
            reader.Skip();
            return false;
        }

        return attribute is null || !MayHaveExpired(start.Rest[..(reader.Position - start.Position)], attribute, time) || !IsExpired(ref start, attribute, time);
    }

    /// <summary>Whether the item that the reader is before has expired. The reader stays where it is.</summary>
    public static bool IsExpired(ref JsonCursor reader, string? attribute, TimeProvider time)
    {
        if (attribute is null)
            return false;

        var utf8 = Utf8(attribute, stackalloc byte[MaxNameBytes]);
        var probe = reader;
        while (probe.NextMember(out var name))
        {
            if (!name.SequenceEqual(utf8))
            {
                probe.Skip();
                continue;
            }

            return ReadSeconds(probe.Rest) is { } seconds && seconds <= time.GetUtcNow().ToUnixTimeSeconds();
        }

        return false;
    }

    /// <summary>
    /// The filter that leaves expired items out: an item without the attribute, or with something other than a number in it, never expires,
    /// and a comparison with such is false.
    /// </summary>
    public static Condition Filter(string attribute, TimeProvider time) =>
        !(new Attribute<long, NumberConverter<long>>(attribute) <= time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>
    /// A quick look for the attribute wherever it is in the item: most items have none, or one in the future. What is not as plain as that is for
    /// <see cref="IsExpired"/> to tell.
    /// </summary>
    private static bool MayHaveExpired(ReadOnlySpan<byte> item, string attribute, TimeProvider time)
    {
        Span<byte> buffer = stackalloc byte[MaxNameBytes + 2];
        var length = Utf8(attribute, buffer[1..^1]).Length;
        if (attribute.AsSpan().ContainsAny(MayBeEscaped) || item.IndexOf("\\u"u8) >= 0)
            return true;

        // No string's inside can look like this: a quote in it would be escaped.
        buffer[0] = buffer[length + 1] = (byte)'"';
        var name = buffer[..(length + 2)];
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        while (item.IndexOf(name) is >= 0 and var at)
        {
            item = item[(at + name.Length)..];
            if (!IsLater(item, now))
                return true;
        }

        return false;
    }

    /// <summary>Whether what follows a name is a whole number that is later than a time.</summary>
    private static bool IsLater(ReadOnlySpan<byte> rest, long time)
    {
        var opening = ":{\"N\":\""u8;
        return rest.StartsWith(opening)
            && Utf8Parser.TryParse(rest[opening.Length..], out long seconds, out var length)
            && rest[(opening.Length + length)..].StartsWith("\""u8)
            && seconds > time;
    }

    private static ReadOnlySpan<byte> Utf8(string attribute, Span<byte> buffer) =>
        Encoding.UTF8.TryGetBytes(attribute, buffer, out var length)
            ? buffer[..length]
            : throw new InvalidOperationException($"The attribute name '{attribute}' is too long.");

    private static double? ReadSeconds(ReadOnlySpan<byte> value)
    {
        var reader = new ItemReader(value);
        return reader.PeekTag().SequenceEqual("N"u8) && double.TryParse(reader.ReadNumberText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;
    }
}
