using System.Numerics;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Values;

/// <summary>Exact addition, with the service's errors for a result that does not fit.</summary>
internal static class NumberArithmetic
{
    private static readonly BigInteger Limit = BigInteger.Pow(10, DynamoNumber.MaxDigits);

    /// <summary>The exact sum.</summary>
    /// <exception cref="DynamoError">The sum needs more than 38 digits or leaves the range.</exception>
    public static DynamoNumber Add(DynamoNumber left, DynamoNumber right)
    {
        if (left.IsZero)
            return right;
        if (right.IsZero)
            return left;

        var exponent = Math.Min(left.Exponent, right.Exponent);
        var sum = Scaled(left, exponent) + Scaled(right, exponent);
        return Make(sum, exponent);
    }

    private static BigInteger Scaled(DynamoNumber number, int exponent)
    {
        var scaled = (BigInteger)number.Coefficient * BigInteger.Pow(10, number.Exponent - exponent);
        return number.IsNegative ? -scaled : scaled;
    }

    private static DynamoNumber Make(BigInteger value, int exponent)
    {
        var negative = value.Sign < 0;
        value = BigInteger.Abs(value);
        while (!value.IsZero && value % 10 == 0)
        {
            value /= 10;
            exponent++;
        }

        // A sum of too many digits is an overflow to the service, although its magnitude is in range.
        if (value >= Limit)
            throw DynamoError.Validation(NumberText.Overflow);

        var number = new DynamoNumber(negative, (UInt128)value, exponent);
        if (!number.IsZero && number.Magnitude > DynamoNumber.MaxMagnitude)
            throw DynamoError.Validation(NumberText.Overflow);
        if (!number.IsZero && number.Magnitude < DynamoNumber.MinMagnitude)
            throw DynamoError.Validation(NumberText.Underflow);
        return number;
    }
}
