using System.Globalization;
using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Time to live on reads. The service deletes expired items late, up to days; until then they are there but no longer meant to be seen.
/// </summary>
internal static class Expiry
{
    /// <summary>Whether the item that the reader is before has expired. The reader stays where it is.</summary>
    public static bool IsExpired(ref ResponseReader reader, string? attribute, TimeProvider time)
    {
        if (attribute is null)
            return false;

        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(attribute, utf8, out var length))
            throw new InvalidOperationException($"The attribute name '{attribute}' is too long.");

        var probe = reader;
        while (probe.NextMember(out var name))
        {
            if (!name.SequenceEqual(utf8[..length]))
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

    private static double? ReadSeconds(ReadOnlySpan<byte> value)
    {
        var reader = new ItemReader(value);
        return reader.PeekTag().SequenceEqual("N"u8) && double.TryParse(reader.ReadNumberText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;
    }
}
