using System.Globalization;

namespace DynamoToolkit.Local.Values;

/// <summary>Vectors: lists of numbers in items, 32-bit floating point numbers in indexes.</summary>
internal static class Vectors
{
    /// <summary>Reads a number of an item in plain notation.</summary>
    /// <returns>False if it is not in the range of 32-bit numbers.</returns>
    public static bool TryRead(ReadOnlySpan<byte> plain, out float number) =>
        float.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);

    /// <summary>Reads a number.</summary>
    /// <returns>False if the value is not a number or not in the range of 32-bit numbers.</returns>
    public static bool TryRead(Value value, out float number)
    {
        number = 0;
        return value is NumberValue { Number: var exact }
            && float.TryParse(exact.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && float.IsFinite(number);
    }

    /// <summary>The vector of a value; null if it is not a list of that many 32-bit numbers.</summary>
    public static float[]? TryRead(Value? value, int dimensions)
    {
        if (value is not ListValue { Elements: var elements } || elements.Length != dimensions)
            return null;

        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            if (!TryRead(elements[i], out vector[i]))
                return null;
        }

        return vector;
    }

    /// <summary>The list of numbers that has a vector's values with as few digits as possible.</summary>
    public static ListValue ToList(ReadOnlySpan<float> vector)
    {
        var elements = new Value[vector.Length];
        for (var i = 0; i < vector.Length; i++)
            elements[i] = new NumberValue(NumberText.Parse(vector[i].ToString("R", CultureInfo.InvariantCulture)));
        return new ListValue(elements);
    }
}
