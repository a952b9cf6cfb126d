using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>Builds the text of a key template from an interpolated string: <c>KeyText.Of($"RUN#{runId}")</c>.</summary>
/// <remarks>
/// Strings have <c>%</c> as <c>%25</c> and <c>#</c> as <c>%23</c>, so no part can contain the separator. All other types have a fixed
/// width, and sort as they compare. A type without such a form does not compile here.
/// </remarks>
[InterpolatedStringHandler]
public ref struct KeyTextBuilder
{
    private DefaultInterpolatedStringHandler text;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">How many characters of literal text there are.</param>
    /// <param name="formattedCount">How many parts there are.</param>
    public KeyTextBuilder(int literalLength, int formattedCount)
        => text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);

    /// <summary>Adds literal text as it is.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value) => text.AppendLiteral(value);

    /// <summary>Adds a part of text, escaped.</summary>
    /// <param name="value">The text.</param>
    /// <param name="name">What names the text in errors; the compiler passes the part's expression.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public void AppendFormatted(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var rest = value.AsSpan();
        while (rest.IndexOfAny('#', '%') is >= 0 and var next)
        {
            text.AppendFormatted(rest[..next]);
            text.AppendLiteral(rest[next] == '#' ? "%23" : "%25");
            rest = rest[(next + 1)..];
        }

        text.AppendFormatted(rest);
    }

    /// <summary>Adds one character, escaped.</summary>
    /// <param name="value">The character.</param>
    public void AppendFormatted(char value) => AppendFormatted(value.ToString());

    /// <summary>Adds a truth value: <c>0</c> or <c>1</c>.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(bool value) => text.AppendLiteral(value ? "1" : "0");

    /// <summary>Adds a number in a fixed width.</summary>
    /// <param name="value">The number.</param>
    public void AppendFormatted(sbyte value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(byte value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(short value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(ushort value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(int value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(uint value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(long value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(ulong value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(Int128 value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(UInt128 value) => AppendInteger(value);

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(float value)
    {
        Span<byte> form = stackalloc byte[KeyTextForms.MaxBytes];
        AppendAscii(form[..KeyTextForms.Format(form, value)]);
    }

    /// <inheritdoc cref="AppendFormatted(sbyte)"/>
    public void AppendFormatted(double value)
    {
        Span<byte> form = stackalloc byte[KeyTextForms.MaxBytes];
        AppendAscii(form[..KeyTextForms.Format(form, value)]);
    }

    /// <summary>Adds an instant in UTC: <c>2026-11-20T13:05:00.0000000Z</c>. An unspecified kind counts as UTC.</summary>
    /// <param name="value">The instant.</param>
    public void AppendFormatted(DateTime value)
    {
        Span<byte> form = stackalloc byte[KeyTextForms.MaxBytes];
        AppendAscii(form[..KeyTextForms.Format(form, value)]);
    }

    /// <inheritdoc cref="AppendFormatted(DateTime)"/>
    public void AppendFormatted(DateTimeOffset value) => AppendFormatted(value.UtcDateTime);

    /// <summary>Adds a date: <c>2026-11-20</c>.</summary>
    /// <param name="value">The date.</param>
    public void AppendFormatted(DateOnly value) => text.AppendFormatted(value, "O");

    /// <summary>Adds a time of day: <c>13:05:00.0000000</c>.</summary>
    /// <param name="value">The time.</param>
    public void AppendFormatted(TimeOnly value) => text.AppendFormatted(value, "O");

    /// <summary>Adds a duration, as the number of its ticks.</summary>
    /// <param name="value">The duration.</param>
    public void AppendFormatted(TimeSpan value) => AppendInteger(value.Ticks);

    /// <summary>Adds a Guid: 32 lower case digits in five groups.</summary>
    /// <param name="value">The Guid.</param>
    public void AppendFormatted(Guid value) => text.AppendFormatted(value, "D");

    /// <summary>Adds the number of a write shard.</summary>
    /// <param name="value">The number.</param>
    public void AppendFormatted(ShardNumber value)
    {
        Span<char> digits = stackalloc char[ShardNumber.Digits];
        value.Format(digits);
        text.AppendFormatted(digits);
    }

    /// <summary>
    /// Adds a part of any of the types above. The casts cost nothing: only one branch is compiled for each type argument.
    /// </summary>
    internal void AppendPart<T>(T value)
    {
        if (typeof(T) == typeof(string))
            AppendFormatted((string)(object)value!);
        else if (typeof(T) == typeof(char))
            AppendFormatted((char)(object)value!);
        else if (typeof(T) == typeof(bool))
            AppendFormatted((bool)(object)value!);
        else if (typeof(T) == typeof(sbyte))
            AppendFormatted((sbyte)(object)value!);
        else if (typeof(T) == typeof(byte))
            AppendFormatted((byte)(object)value!);
        else if (typeof(T) == typeof(short))
            AppendFormatted((short)(object)value!);
        else if (typeof(T) == typeof(ushort))
            AppendFormatted((ushort)(object)value!);
        else if (typeof(T) == typeof(int))
            AppendFormatted((int)(object)value!);
        else if (typeof(T) == typeof(uint))
            AppendFormatted((uint)(object)value!);
        else if (typeof(T) == typeof(long))
            AppendFormatted((long)(object)value!);
        else if (typeof(T) == typeof(ulong))
            AppendFormatted((ulong)(object)value!);
        else if (typeof(T) == typeof(Int128))
            AppendFormatted((Int128)(object)value!);
        else if (typeof(T) == typeof(UInt128))
            AppendFormatted((UInt128)(object)value!);
        else if (typeof(T) == typeof(float))
            AppendFormatted((float)(object)value!);
        else if (typeof(T) == typeof(double))
            AppendFormatted((double)(object)value!);
        else if (typeof(T) == typeof(DateTime))
            AppendFormatted((DateTime)(object)value!);
        else if (typeof(T) == typeof(DateTimeOffset))
            AppendFormatted((DateTimeOffset)(object)value!);
        else if (typeof(T) == typeof(DateOnly))
            AppendFormatted((DateOnly)(object)value!);
        else if (typeof(T) == typeof(TimeOnly))
            AppendFormatted((TimeOnly)(object)value!);
        else if (typeof(T) == typeof(TimeSpan))
            AppendFormatted((TimeSpan)(object)value!);
        else if (typeof(T) == typeof(Guid))
            AppendFormatted((Guid)(object)value!);
        else
            throw new NotSupportedException($"{typeof(T)} has no form in keys.");
    }

    internal string ToStringAndClear() => text.ToStringAndClear();

    private void AppendInteger<T>(T value)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<byte> form = stackalloc byte[KeyTextForms.MaxBytes];
        AppendAscii(form[..KeyTextForms.Format(form, value)]);
    }

    private void AppendAscii(scoped ReadOnlySpan<byte> ascii)
    {
        Span<char> characters = stackalloc char[KeyTextForms.MaxBytes];
        text.AppendFormatted(characters[..Encoding.ASCII.GetChars(ascii, characters)]);
    }
}
