using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>Checks the values that a condition puts attributes in order by: DynamoDB orders Strings, Numbers and Binaries only.</summary>
internal static class OrderedValues
{
    /// <summary>Refuses values without an order, and two values of which the first is the greater one, or that are of two types.</summary>
    /// <param name="path">What is compared with the values.</param>
    /// <param name="values">The values as an expression's values have them: <c>,":v0":{"N":"1"},":v1":{"N":"2"}</c>.</param>
    public static void Check(AttributePath path, ReadOnlySpan<byte> values)
    {
        KeyValue low = default;
        var reader = new JsonCursor(values);
        while (reader.Rest.Length > 0 && reader.NextMember(out _))
        {
            var value = reader.ReadRaw();
            if (value is not [_, _, (byte)'S' or (byte)'N' or (byte)'B', (byte)'"', ..])
                throw new ArgumentException($"The condition puts '{path}' in order by a value that is no String, Number or Binary, and DynamoDB refuses that. Compare it with == or In().");

            // A value that stands alone needs no reading.
            if (low.IsNone && reader.Rest.IsEmpty)
                return;

            var item = new ItemReader(value);
            var bound = KeyValue.Read(ref item);
            if (!low.IsNone)
                Check(path, low, bound);
            low = bound;
        }
    }

    private static void Check(AttributePath path, KeyValue low, KeyValue high)
    {
        if (low.Type != high.Type)
            throw new ArgumentException($"'{path}' cannot be between '{low}' and '{high}': one is a {low.Type}, the other a {high.Type}, and DynamoDB refuses that.");
        if (low.IsGreaterThan(high))
            throw new ArgumentException($"'{path}' cannot be between '{low}' and '{high}': the first is the greater one, and DynamoDB refuses that. Swap them.");
    }
}
