namespace DynamoToolkit.Wire;

/// <summary>The number of a write shard. In a key it is three digits after a <c>#</c>.</summary>
public readonly struct ShardNumber
{
    /// <summary>The maximum number of shards.</summary>
    public const int MaxCount = 256;

    /// <summary>The number of digits in a key. It does not depend on the number of shards, which may change.</summary>
    internal const int Digits = 3;

    /// <summary>The number of digits and of the separator before them.</summary>
    internal const int SuffixLength = Digits + 1;

    /// <summary>A shard's number.</summary>
    /// <param name="value">The number, from 0 to 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or too large.</exception>
    public ShardNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, MaxCount);
        Value = value;
    }

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>Reads the digits of a number.</summary>
    internal static bool TryParse(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        if (digits.Length != Digits)
            return false;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = (value * 10) + (digit - '0');
        }

        return value < MaxCount;
    }

    /// <summary>Formats the digits.</summary>
    internal void Format(Span<char> digits)
    {
        digits[0] = (char)('0' + (Value / 100));
        digits[1] = (char)('0' + (Value / 10 % 10));
        digits[2] = (char)('0' + (Value % 10));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(Digits, this, static (digits, number) => number.Format(digits));
}
