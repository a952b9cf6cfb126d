namespace DynamoToolkit.Local.Values;

/// <summary>Counts the digits of coefficients and aligns them.</summary>
internal static class NumberDigits
{
    private static readonly UInt128[] Powers = MakePowers();

    /// <summary>Ten to a power from 0 to 38.</summary>
    public static UInt128 Power(int exponent) => Powers[exponent];

    /// <summary>The number of decimal digits of the coefficient; 1 for zero.</summary>
    public static int Count(UInt128 coefficient)
    {
        var digits = 1;
        while (digits <= DynamoNumber.MaxDigits && coefficient >= Powers[digits])
            digits++;
        return digits;
    }

    /// <summary>Compares two coefficients as fractions, such as 0.123 and 0.12: digit by digit from the front.</summary>
    public static int CompareFractions(UInt128 left, UInt128 right)
    {
        var (leftDigits, rightDigits) = (Count(left), Count(right));
        if (leftDigits < rightDigits)
            left *= Powers[rightDigits - leftDigits];
        else
            right *= Powers[leftDigits - rightDigits];
        return left.CompareTo(right);
    }

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[DynamoNumber.MaxDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
