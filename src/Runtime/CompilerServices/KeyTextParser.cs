using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// Takes a key's text apart, from left to right, in the order of its template. If the text is not what <see cref="KeyTextBuilder"/> writes,
/// a method returns false, and the rest is undefined.
/// </summary>
/// <param name="text">The key's text.</param>
public ref struct KeyTextParser(ReadOnlySpan<char> text)
{
    private const int DateTimeWidth = 28;

    private static readonly SearchValues<char> GuidCharacters = SearchValues.Create("0123456789abcdef-");

    private ReadOnlySpan<char> rest = text;

    /// <summary>Whether all of the text has been taken.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>The text that has not been taken.</summary>
    internal readonly ReadOnlySpan<char> Rest => rest;

    /// <summary>Takes literal text.</summary>
    /// <param name="literal">The text.</param>
    public bool Literal(ReadOnlySpan<char> literal)
    {
        if (!rest.StartsWith(literal, StringComparison.Ordinal))
            return false;

        rest = rest[literal.Length..];
        return true;
    }

    /// <summary>Takes a string, which ends at the next <c>#</c> or with the text.</summary>
    /// <param name="value">The string.</param>
    public bool Part(out string value)
    {
        var length = rest.IndexOf('#');
        var part = length < 0 ? rest : rest[..length];
        rest = rest[part.Length..];
        value = "";
        if (!part.Contains('%'))
        {
            value = part.ToString();
            return true;
        }

        var result = new StringBuilder(part.Length);
        while (part.IndexOf('%') is >= 0 and var escape)
        {
            result.Append(part[..escape]);
            part = part[escape..];
            if (part.StartsWith("%23", StringComparison.Ordinal))
                result.Append('#');
            else if (part.StartsWith("%25", StringComparison.Ordinal))
                result.Append('%');
            else
                return false;

            part = part[3..];
        }

        value = result.Append(part).ToString();
        return true;
    }

    /// <summary>Takes one character.</summary>
    /// <param name="value">The character.</param>
    public bool Part(out char value)
    {
        var length = !rest.IsEmpty && rest[0] == '%' ? 3 : 1;
        value = default;
        if (rest.Length < length || rest[0] == '#')
            return false;

        var part = rest[..length];
        rest = rest[length..];
        if (length == 1)
        {
            value = part[0];
            return true;
        }

        value = part is "%23" ? '#' : '%';
        return part is "%23" or "%25";
    }

    /// <summary>Takes a truth value.</summary>
    /// <param name="value">The value.</param>
    public bool Part(out bool value)
    {
        value = !rest.IsEmpty && rest[0] == '1';
        return value ? Literal("1") : Literal("0");
    }

    /// <summary>Takes a number.</summary>
    /// <param name="value">The number.</param>
    public bool Part(out sbyte value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out byte value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out short value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out ushort value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out int value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out uint value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out long value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out ulong value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out Int128 value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out UInt128 value) => Integer(out value);

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out float value)
    {
        Span<byte> ascii = stackalloc byte[KeyTextForms.MaxBytes];
        value = 0;
        return TakeAscii(8, ascii) && KeyTextForms.TryParse(ascii[..8], out value);
    }

    /// <inheritdoc cref="Part(out sbyte)"/>
    public bool Part(out double value)
    {
        Span<byte> ascii = stackalloc byte[KeyTextForms.MaxBytes];
        value = 0;
        return TakeAscii(16, ascii) && KeyTextForms.TryParse(ascii[..16], out value);
    }

    /// <summary>Takes an instant, in UTC.</summary>
    /// <param name="value">The instant.</param>
    public bool Part(out DateTime value)
        => DateTime.TryParseExact(
            Take(DateTimeWidth),
            "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out value);

    /// <inheritdoc cref="Part(out DateTime)"/>
    public bool Part(out DateTimeOffset value)
    {
        var isValid = Part(out DateTime utc);
        value = isValid ? new DateTimeOffset(utc) : default;
        return isValid;
    }

    /// <summary>Takes a date.</summary>
    /// <param name="value">The date.</param>
    public bool Part(out DateOnly value)
        => DateOnly.TryParseExact(Take(10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>Takes a time of day.</summary>
    /// <param name="value">The time.</param>
    public bool Part(out TimeOnly value)
        => TimeOnly.TryParseExact(Take(16), "HH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>Takes a duration.</summary>
    /// <param name="value">The duration.</param>
    public bool Part(out TimeSpan value)
    {
        var isValid = Integer(out long ticks);
        value = new TimeSpan(ticks);
        return isValid;
    }

    /// <summary>Takes a Guid.</summary>
    /// <param name="value">The Guid.</param>
    public bool Part(out Guid value)
    {
        var part = Take(36);

        // .NET also takes capital letters, and signs and "0x" before some digits.
        return Guid.TryParseExact(part, "D", out value) && !part.ContainsAnyExcept(GuidCharacters);
    }

    /// <summary>Takes the number of a write shard.</summary>
    /// <param name="value">The number.</param>
    public bool Shard(out int value) => ShardNumber.TryParse(Take(ShardNumber.Digits), out value);

    private bool Integer<T>(out T value)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<byte> ascii = stackalloc byte[KeyTextForms.MaxBytes];
        var width = KeyTextForms.WidthOf<T>();
        value = T.Zero;
        return TakeAscii(width, ascii) && KeyTextForms.TryParse(ascii[..width], out value);
    }

    private bool TakeAscii(int width, scoped Span<byte> ascii)
    {
        var part = Take(width);
        return part.Length == width && Ascii.FromUtf16(part, ascii, out _) == OperationStatus.Done;
    }

    private ReadOnlySpan<char> Take(int width)
    {
        var part = rest[..Math.Min(width, rest.Length)];
        rest = rest[part.Length..];
        return part;
    }
}
