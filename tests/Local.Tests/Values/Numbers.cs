using System.Numerics;
using DynamoToolkit.Local.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Values;

/// <summary>Random numbers over the whole range, and their values as big integers.</summary>
internal static class Numbers
{
    /// <summary>Texts of numbers that DynamoDB accepts.</summary>
    public static Gen<string> Texts { get; } =
        from negative in Gen.Elements("", "-")
        from digits in Gen.Choose(1, 38)
        from values in Gen.Choose(0, 9).ArrayOf(digits)
        from magnitude in Gen.Frequency((3, Gen.Choose(-20, 20)), (1, Gen.Choose(-130, 125)))
        select Text(negative, string.Concat(values).TrimStart('0'), magnitude);

    /// <summary>A number.</summary>
    public static Arbitrary<DynamoNumber> Any { get; } = Arb.From(Texts.Select(NumberText.Parse));

    /// <summary>Two numbers.</summary>
    public static Arbitrary<(DynamoNumber Left, DynamoNumber Right)> Pairs { get; } = Arb.From(
        from left in Texts
        from right in Gen.Frequency((9, Texts), (1, Gen.Constant(left)))
        select (NumberText.Parse(left), NumberText.Parse(right)));

    /// <summary>The number times ten to the power of 170, which is an integer for every number.</summary>
    public static BigInteger Scaled(DynamoNumber number)
    {
        var scaled = (BigInteger)number.Coefficient * BigInteger.Pow(10, number.Exponent + 170);
        return number.IsNegative ? -scaled : scaled;
    }

    private static string Text(string sign, string digits, int magnitude)
    {
        if (digits.Length == 0)
            return sign + "0";

        // The magnitude applies to the first digit, so that the number stays within the range.
        return $"{sign}{digits[0]}.{digits[1..]}0E{magnitude}";
    }
}
