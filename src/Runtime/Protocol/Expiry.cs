using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Time to live on reads. The service may delete expired items days late ("Using time to live (TTL) in DynamoDB"). Reads hide them until
/// then.
/// </summary>
internal static class Expiry
{
    private const int MaxNameBytes = 256;

    /// <summary>The characters for which JSON has short escapes.</summary>
    private static readonly SearchValues<char> MayBeEscaped = SearchValues.Create("\"\\/\b\f\n\r\t");

    /// <summary>Reads the item before which the reader stands, or skips it if it has expired or is of another type.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="model">Where the item's key is, which errors name.</param>
    /// <param name="discriminator">Tells the item's type from others with the same key, or null if the key does.</param>
    /// <param name="attribute">The attribute by which the item expires, or null to read the item in any case.</param>
    /// <param name="time">The clock.</param>
    /// <param name="item">The item.</param>
    /// <returns>Whether the item was read.</returns>
    public static bool TryRead<T>(
        ref JsonCursor reader,
        TableModel model,
        DiscriminatorModel? discriminator,
        string? attribute,
        TimeProvider time,
        [MaybeNullWhen(false)] out T item)
        where T : IDynamoMap<T>
    {
        var start = reader;
        try
        {
            if (discriminator?.Matches(reader) == false)
            {
                item = default;
                reader.Skip();
                return false;
            }

            item = reader.ReadMap<T>();
        }
        catch (Exception) when (IsExpired(ref start, attribute, time))
        {
            // An expired item may have an old form that a converter or constructor rejects. It is hidden anyway, so its error is, too.
            item = default;
            reader = start;
            reader.Skip();
            return false;
        }
        catch (ItemFormatException error)
        {
            ItemLocation.Add(error, start, model);
            throw;
        }

        return attribute is null
            || !MayHaveExpired(start.Rest[..(reader.Position - start.Position)], attribute, time)
            || !IsExpired(ref start, attribute, time);
    }

    /// <summary>Whether the item before which the reader stands has expired. The reader does not move.</summary>
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
    /// The filter that excludes expired items. An item without the attribute, or with an attribute that is not a number, never expires,
    /// and a comparison with it is false.
    /// </summary>
    public static Condition Filter(string attribute, TimeProvider time) => !HasExpired(attribute, time);

    /// <summary>The condition that an item has expired.</summary>
    public static Condition HasExpired(string attribute, TimeProvider time) =>
        new Attribute<long, NumberConverter<long>>(attribute) <= time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>
    /// Searches the item's bytes quickly for the attribute: most items have none, or one in the future. In every other case,
    /// <see cref="IsExpired"/> decides.
    /// </summary>
    private static bool MayHaveExpired(ReadOnlySpan<byte> item, string attribute, TimeProvider time)
    {
        Span<byte> buffer = stackalloc byte[MaxNameBytes + 2];
        var length = Utf8(attribute, buffer[1..^1]).Length;
        if (attribute.AsSpan().ContainsAny(MayBeEscaped) || item.IndexOf("\\u"u8) >= 0)
            return true;

        // The content of a string cannot look like this: a quote in it would be escaped.
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

    /// <summary>Whether a name is followed by a whole number that is later than a time.</summary>
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
        return reader.PeekTag().SequenceEqual("N"u8)
            && double.TryParse(reader.ReadNumberText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;
    }
}
