namespace DynamoToolkit.Local.Values;

/// <summary>
/// DynamoDB's number: up to 38 significant decimal digits and an exponent, exact and without trailing zeros, so that equal numbers
/// have equal fields. Zero has neither a sign nor an exponent.
/// </summary>
internal readonly struct DynamoNumber : IEquatable<DynamoNumber>, IComparable<DynamoNumber>
{
    /// <summary>The maximum number of significant digits.</summary>
    public const int MaxDigits = 38;

    /// <summary>The largest power of ten of the first digit: 9.99…E+125.</summary>
    public const int MaxMagnitude = 125;

    /// <summary>The smallest power of ten of the first digit: 1E-130.</summary>
    public const int MinMagnitude = -130;

    private readonly UInt128 coefficient;
    private readonly short exponent;
    private readonly bool negative;

    /// <summary>Makes a number from a coefficient of at most 38 digits, without trailing zeros.</summary>
    internal DynamoNumber(bool negative, UInt128 coefficient, int exponent)
    {
        this.coefficient = coefficient;
        this.exponent = coefficient == UInt128.Zero ? (short)0 : (short)exponent;
        this.negative = negative && coefficient != UInt128.Zero;
    }

    /// <summary>Makes a number from an integer.</summary>
    internal DynamoNumber(long integer)
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(integer));
        var power = 0;
        while (magnitude != UInt128.Zero && magnitude % 10 == UInt128.Zero)
        {
            magnitude /= 10;
            power++;
        }

        this = new DynamoNumber(integer < 0, magnitude, power);
    }

    /// <summary>Whether the number is below zero.</summary>
    public bool IsNegative => negative;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => coefficient == UInt128.Zero;

    /// <summary>The digits as an integer, without the sign and without trailing zeros.</summary>
    public UInt128 Coefficient => coefficient;

    /// <summary>The power of ten that the coefficient is multiplied by.</summary>
    public int Exponent => exponent;

    /// <summary>The number of significant digits; 1 for zero.</summary>
    public int Digits => NumberDigits.Count(coefficient);

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude => exponent + Digits - 1;

    /// <summary>
    /// The size in bytes as DynamoDB counts it: one for every two digits, aligned on even powers of ten, one for the exponent, one for a
    /// minus sign.
    /// </summary>
    public int Size => IsZero ? 1 : SizeOf(negative, Magnitude, exponent);

    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right) => NumberArithmetic.Add(left, right);

    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => NumberArithmetic.Add(left, right.Negate());

    public static bool operator ==(DynamoNumber left, DynamoNumber right) => left.Equals(right);

    public static bool operator !=(DynamoNumber left, DynamoNumber right) => !left.Equals(right);

    /// <summary>The size of a number other than zero.</summary>
    /// <param name="isNegative">Whether it is below zero.</param>
    /// <param name="first">The power of ten of its first digit.</param>
    /// <param name="last">The power of ten of its last digit that is not zero.</param>
    public static int SizeOf(bool isNegative, int first, int last) =>
        1 + ((first + 1000) / 2) - ((last + 1000) / 2) + 1 + (isNegative ? 1 : 0);

    /// <summary>The number with the other sign.</summary>
    public DynamoNumber Negate() => new(!negative, coefficient, exponent);

    public int CompareTo(DynamoNumber other)
    {
        var (sign, otherSign) = (Sign(this), Sign(other));
        if (sign != otherSign || sign == 0)
            return sign.CompareTo(otherSign);

        var magnitudes = Magnitude.CompareTo(other.Magnitude);
        return sign * (magnitudes != 0 ? magnitudes : NumberDigits.CompareFractions(coefficient, other.coefficient));
    }

    public bool Equals(DynamoNumber other) =>
        coefficient == other.coefficient && exponent == other.exponent && negative == other.negative;

    public override bool Equals(object? obj) => obj is DynamoNumber other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(coefficient, exponent, negative);

    /// <summary>The number in plain decimal notation, as the service returns it.</summary>
    public override string ToString() => NumberText.Format(this);

    private static int Sign(DynamoNumber number) => number.IsZero ? 0 : number.negative ? -1 : 1;
}
