using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// Checks the values of a condition that compares the order of attributes. DynamoDB orders only Strings, Numbers and Binaries.
/// </summary>
internal static class OrderedValues
{
    /// <summary>Refuses values without an order. Also refuses two values if the first is greater, or if their types differ.</summary>
    /// <param name="path">What is compared with the values.</param>
    /// <param name="values">The values, as in an expression's values: <c>,":v0":{"N":"1"},":v1":{"N":"2"}</c>.</param>
    public static void Check(AttributePath path, ReadOnlySpan<byte> values)
    {
        KeyValue low = default;
        var reader = new JsonCursor(values);
        while (reader.Rest.Length > 0 && reader.NextMember(out _))
        {
            var value = reader.ReadRaw();
            if (value is not [_, _, (byte)'S' or (byte)'N' or (byte)'B', (byte)'"', ..])
            {
                throw new ArgumentException(
                    $"The condition compares the order of '{path}' with a value that is not a String, Number or Binary, and DynamoDB " +
                    "refuses that. Use == or In().");
            }

            // A single value need not be read.
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
        {
            throw new ArgumentException(
                $"'{path}' cannot be between '{low}' and '{high}': " +
                $"one is a {low.Type}, the other a {high.Type}, and DynamoDB refuses that. Use two values of the attribute's type.");
        }

        if (low.IsGreaterThan(high))
        {
            throw new ArgumentException(
                $"'{path}' cannot be between '{low}' and '{high}': the first is greater, and DynamoDB refuses that. Swap them.");
        }
    }
}
