using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using DynamoToolkit.CompilerServices;

namespace DynamoToolkit.Wire;

/// <content>Parts of key templates, inside a String attribute's quotes, in the same forms as in <see cref="KeyTextBuilder"/>.</content>
public ref partial struct ItemWriter
{
    /// <summary>Writes a key attribute whose template ends in a part of text.</summary>
    /// <param name="prefix">The name, the opening and the template's text before the part: <c>,"pk":{"S":"RUN#</c>.</param>
    /// <param name="part">The part.</param>
    /// <param name="name">What names the part in errors; the compiler passes the argument's expression.</param>
    public void WriteKey(scoped ReadOnlySpan<byte> prefix, string part, [CallerArgumentExpression(nameof(part))] string name = "")
    {
        WriteRaw(prefix);
        WriteKeyPart(part, name);
        WriteRaw("\"}"u8);
    }

    /// <summary>Writes a part of text, escaped for the key and for JSON.</summary>
    /// <param name="value">The text.</param>
    /// <param name="name">What names the part in errors; the compiler passes the argument's expression.</param>
    public void WriteKeyPart(string value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null)
            Fail($"is a key built from '{name[(name.LastIndexOf('.') + 1)..]}', which is null. Give it a value.");

        WriteKeyPart(value.AsSpan());
    }

    /// <summary>Writes a part of text, escaped for the key and for JSON.</summary>
    /// <param name="value">The text.</param>
    public void WriteKeyPart(scoped ReadOnlySpan<char> value)
    {
        while (value.IndexOfAny('#', '%') is >= 0 and var next)
        {
            WriteText(value[..next]);
            WriteRaw(value[next] == '#' ? "%23"u8 : "%25"u8);
            value = value[(next + 1)..];
        }

        WriteText(value);
    }

    /// <summary>Writes a part of one character.</summary>
    /// <param name="value">The character.</param>
    public void WriteKeyPart(char value) => WriteKeyPart(new ReadOnlySpan<char>(in value));

    /// <summary>Writes a Boolean: <c>0</c> or <c>1</c>.</summary>
    /// <param name="value">The value.</param>
    public void WriteKeyPart(bool value) => WriteByte((byte)(value ? '1' : '0'));

    /// <summary>Writes a number of a fixed width.</summary>
    /// <param name="value">The number.</param>
    public void WriteKeyPart(sbyte value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(byte value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(short value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(ushort value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(int value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(uint value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(long value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(ulong value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(Int128 value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(UInt128 value) => WriteKeyInteger(value);

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(float value)
    {
        if (float.IsNaN(value))
            Fail("is a key built from NaN, which has no place in an order.");

        Need(KeyTextForms.MaxBytes);
        position += KeyTextForms.Format(span[position..], value);
    }

    /// <inheritdoc cref="WriteKeyPart(sbyte)"/>
    public void WriteKeyPart(double value)
    {
        if (double.IsNaN(value))
            Fail("is a key built from NaN, which has no place in an order.");

        Need(KeyTextForms.MaxBytes);
        position += KeyTextForms.Format(span[position..], value);
    }

    /// <summary>Writes an instant in UTC. An unspecified kind counts as UTC.</summary>
    /// <param name="value">The instant.</param>
    public void WriteKeyPart(DateTime value)
    {
        Need(KeyTextForms.MaxBytes);
        position += KeyTextForms.Format(span[position..], value);
    }

    /// <inheritdoc cref="WriteKeyPart(DateTime)"/>
    public void WriteKeyPart(DateTimeOffset value) => WriteKeyPart(value.UtcDateTime);

    /// <summary>Writes a date.</summary>
    /// <param name="value">The date.</param>
    public void WriteKeyPart(DateOnly value) => WriteKeyForm(value, "O");

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The time.</param>
    public void WriteKeyPart(TimeOnly value) => WriteKeyForm(value, "O");

    /// <summary>Writes a duration, as the number of its ticks.</summary>
    /// <param name="value">The duration.</param>
    public void WriteKeyPart(TimeSpan value) => WriteKeyInteger(value.Ticks);

    /// <summary>Writes a Guid.</summary>
    /// <param name="value">The Guid.</param>
    public void WriteKeyPart(Guid value) => WriteKeyForm(value, "D");

    /// <summary>Writes the number of a write shard.</summary>
    /// <param name="value">The number.</param>
    public void WriteKeyPart(ShardNumber value)
    {
        Span<char> digits = stackalloc char[ShardNumber.Digits];
        value.Format(digits);
        WriteText(digits);
    }

    private void WriteKeyInteger<T>(T value)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        Need(KeyTextForms.MaxBytes);
        position += KeyTextForms.Format(span[position..], value);
    }

    private void WriteKeyForm<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        Need(KeyTextForms.MaxBytes);
        value.TryFormat(span[position..], out var written, format, CultureInfo.InvariantCulture);
        position += written;
    }
}
