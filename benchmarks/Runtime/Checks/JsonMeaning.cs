using System.Globalization;
using System.Text.Json;

namespace DynamoToolkit.Benchmarks.Checks;

/// <summary>Whether two DynamoDB JSON bodies mean the same: property order, a set's order and a number's notation do not count.</summary>
internal static class JsonMeaning
{
    /// <exception cref="InvalidDataException">They differ; the message says where.</exception>
    public static void MustBeEqual(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, string what)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Compare(left.RootElement, right.RootElement, what, name: "");
    }

    private static void Compare(JsonElement expected, JsonElement actual, string path, string name)
    {
        if (expected.ValueKind != actual.ValueKind)
            throw Difference(path, expected, actual);

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(expected, actual, path);
                break;
            case JsonValueKind.Array when name is "SS" or "NS" or "BS":
                if (!Sorted(expected).SequenceEqual(Sorted(actual)))
                    throw Difference(path, expected, actual);

                break;
            case JsonValueKind.Array:
                CompareArrays(expected, actual, path);
                break;
            case JsonValueKind.String when name is "N":
                if (Number(expected) != Number(actual))
                    throw Difference(path, expected, actual);

                break;
            default:
                if (!JsonElement.DeepEquals(expected, actual))
                    throw Difference(path, expected, actual);

                break;
        }
    }

    private static void CompareObjects(JsonElement expected, JsonElement actual, string path)
    {
        foreach (var property in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(property.Name, out var value))
                throw new InvalidDataException($"{path}: '{property.Name}' is missing");

            Compare(property.Value, value, $"{path}.{property.Name}", property.Name);
        }

        foreach (var property in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(property.Name, out _))
                throw new InvalidDataException($"{path}: '{property.Name}' is too much");
        }
    }

    private static void CompareArrays(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            throw Difference(path, expected, actual);

        for (var i = 0; i < expected.GetArrayLength(); i++)
            Compare(expected[i], actual[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), name: "");
    }

    private static IEnumerable<string?> Sorted(JsonElement set) =>
        set.EnumerateArray().Select(static value => value.GetString()).Order(StringComparer.Ordinal);

    private static decimal Number(JsonElement value) => decimal.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static InvalidDataException Difference(string path, JsonElement expected, JsonElement actual) =>
        new($"{path}: expected {expected.GetRawText()}, found {actual.GetRawText()}");
}
