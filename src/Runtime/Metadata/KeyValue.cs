using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The value of one key attribute: a String, a Number or a Binary.</summary>
public readonly struct KeyValue : IEquatable<KeyValue>
{
    private readonly object? reference;
    private readonly long integer;
    private readonly KeyType type;

    private KeyValue(KeyType type, object? reference, long integer)
    {
        this.type = type;
        this.reference = reference;
        this.integer = integer;
    }

    /// <summary>Whether this is the default value, which means that there is no key attribute.</summary>
    public bool IsNone => reference is null;

    /// <summary>The attribute's type. Meaningless if <see cref="IsNone"/> is true.</summary>
    public KeyType Type => type;

    /// <summary>The text of a String; null for other types.</summary>
    public string? Text => type == KeyType.String ? reference as string : null;

    /// <summary>The bytes of a Binary; empty for other types.</summary>
    public ReadOnlyMemory<byte> Bytes => reference as byte[];

    /// <summary>The text of a Number, in the one form that equal numbers share; null for other types.</summary>
    public string? Number => type != KeyType.Number ? null
        : reference as string ?? (IsNone ? null : integer.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number of bytes that DynamoDB counts for a String or Binary; at most 21 for a Number.</summary>
    public int ByteCount => type switch
    {
        KeyType.String => Encoding.UTF8.GetByteCount(Text ?? ""),
        KeyType.Binary => Bytes.Length,
        _ => Math.Min(21, ((Number?.Length ?? 0) + 1) / 2 + 1),
    };

    /// <summary>A String key value.</summary>
    /// <param name="value">The text.</param>
    /// <param name="name">What names the text in errors; the compiler passes the argument's expression.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static KeyValue Of(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return new KeyValue(KeyType.String, value, 0);
    }

    /// <summary>A Number key value.</summary>
    /// <param name="value">The number.</param>
    public static KeyValue Of(long value) => new(KeyType.Number, IntegerMarker.Instance, value);

    /// <inheritdoc cref="Of(long)"/>
    public static KeyValue Of(ulong value) => Create<ulong, NumberConverter<ulong>>(value);

    /// <inheritdoc cref="Of(long)"/>
    public static KeyValue Of(decimal value) => Create<decimal, DecimalConverter>(value);

    /// <inheritdoc cref="Of(long)"/>
    public static KeyValue Of(double value) => Create<double, DoubleConverter>(value);

    /// <inheritdoc cref="Of(long)"/>
    public static KeyValue Of(float value) => Create<float, SingleConverter>(value);

    /// <inheritdoc cref="Of(long)"/>
    public static KeyValue Of(BigInteger value) => Create<BigInteger, NumberConverter<BigInteger>>(value);

    /// <summary>A String key value of a Guid.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(Guid value) => Of(value.ToString("D"));

    /// <summary>A String key value of a date and time.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(DateTime value) => Create<DateTime, DateTimeConverter>(value);

    /// <summary>A String key value of an instant.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(DateTimeOffset value) => Create<DateTimeOffset, DateTimeOffsetConverter>(value);

    /// <summary>A String key value of a date.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(DateOnly value) => Create<DateOnly, DateOnlyConverter>(value);

    /// <summary>A String key value of a time of day.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(TimeOnly value) => Create<TimeOnly, TimeOnlyConverter>(value);

    /// <summary>A Number key value of a duration in seconds.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(TimeSpan value) => Create<TimeSpan, TimeSpanConverter>(value);

    /// <summary>A String key value of one character.</summary>
    /// <param name="value">The value.</param>
    public static KeyValue Of(char value) => Of(value.ToString());

    /// <summary>A Binary key value.</summary>
    /// <param name="value">The bytes. They must not change afterwards.</param>
    /// <param name="name">What names the bytes in errors; the compiler passes the argument's expression.</param>
    /// <exception cref="ArgumentNullException">The bytes are null.</exception>
    public static KeyValue Of(byte[] value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return new KeyValue(KeyType.Binary, value, 0);
    }

    /// <summary>A Binary key value.</summary>
    /// <param name="value">The bytes, which are copied.</param>
    public static KeyValue Of(ReadOnlyMemory<byte> value) => Of(value.ToArray());

    /// <summary>The key value that a converter returns for a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TConverter">The converter, which must write a String, Number or Binary.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">What names the value in errors; the compiler passes the argument's expression.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public static KeyValue Create<T, TConverter>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where TConverter : IAttributeConverter<T>
    {
        if (value is null)
            throw new ArgumentNullException(name);
        if (typeof(TConverter) == typeof(StringConverter))
            return Of((string)(object)value!);
        if (typeof(TConverter) == typeof(NumberConverter<long>))
            return Of((long)(object)value!);
        if (typeof(TConverter) == typeof(NumberConverter<int>))
            return Of((int)(object)value!);

        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        TConverter.Write(ref writer, value);
        writer.Flush();
        var reader = new ItemReader(buffer.WrittenSpan);
        return Read(ref reader);
    }

    /// <summary>Reads the value before which a cursor stands.</summary>
    internal static KeyValue Read(ref JsonCursor cursor)
    {
        var reader = new ItemReader(cursor.Rest);
        var value = Read(ref reader);
        cursor.Advance(reader.Position);
        return value;
    }

    /// <summary>Reads a key attribute's value.</summary>
    /// <param name="reader">A reader that stands before the value.</param>
    /// <exception cref="ItemFormatException">The value is not a String, Number or Binary.</exception>
    public static KeyValue Read(ref ItemReader reader)
    {
        var tag = reader.PeekTag();
        if (tag.SequenceEqual("N"u8))
            return OfNumberText(reader.ReadNumberText());

        return tag.SequenceEqual("B"u8) ? Of(reader.ReadBytes()) : Of(reader.ReadString());
    }

    /// <summary>Converts the value to another type with a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">The converter.</typeparam>
    /// <exception cref="ItemFormatException">The value does not fit the type.</exception>
    public T As<T, TConverter>()
        where TConverter : IAttributeConverter<T>
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        Write(ref writer);
        writer.Flush();
        var reader = new ItemReader(buffer.WrittenSpan);
        return TConverter.Read(ref reader);
    }

    /// <summary>Converts the value to another type if it fits.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">The converter.</typeparam>
    /// <param name="value">Set if the value fits, otherwise left unchanged.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryAs<T, TConverter>(ref T value)
        where TConverter : IAttributeConverter<T>
    {
        if (IsNone)
            return false;

        try
        {
            value = As<T, TConverter>();
            return true;
        }
        catch (Exception exception) when (exception is ItemFormatException or InvalidAttributeValueException)
        {
            // The second one means that no item has the text, because half of a surrogate pair cannot be stored.
            return false;
        }
    }

    /// <summary>Writes the attribute value: <c>{"S":"…"}</c>.</summary>
    /// <param name="writer">The writer to write to.</param>
    public void Write(ref ItemWriter writer)
    {
        switch (reference)
        {
            case null:
                throw new InvalidOperationException("This KeyValue is the default and holds no value. Create one with KeyValue.Of.");
            case byte[] bytes:
                writer.WriteBinaryValue(bytes);
                break;
            case string text when type == KeyType.String:
                writer.WriteStringValue(text);
                break;
            case string number:
                writer.WriteNumberText(Encoding.ASCII.GetBytes(number));
                break;
            default:
                writer.WriteNumberValue(integer);
                break;
        }
    }

    /// <inheritdoc/>
    public bool Equals(KeyValue other)
    {
        if (type != other.type || integer != other.integer)
            return false;
        if (reference is byte[] bytes)
            return other.reference is byte[] otherBytes && bytes.AsSpan().SequenceEqual(otherBytes);

        return Equals(reference, other.reference);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeyValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(type);
        hash.Add(integer);
        if (reference is byte[] bytes)
            hash.AddBytes(bytes);
        else
            hash.Add(reference);

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? Number ?? (IsNone ? "" : Convert.ToBase64String(Bytes.Span));

    /// <summary>Whether two values are equal: the same type and the same text, number or bytes.</summary>
    public static bool operator ==(KeyValue left, KeyValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(KeyValue left, KeyValue right) => !left.Equals(right);

    /// <summary>
    /// Whether the value comes after another of its type in DynamoDB's order: text by code points, numbers by value, binaries by bytes.
    /// </summary>
    internal bool IsGreaterThan(KeyValue other) => type switch
    {
        KeyType.String => IsGreater(Text, other.Text),
        KeyType.Binary => Bytes.Span.SequenceCompareTo(other.Bytes.Span) > 0,
        _ => IsGreaterNumber(Number ?? "", other.Number ?? ""),
    };

    private static bool IsGreater(ReadOnlySpan<char> text, ReadOnlySpan<char> other)
    {
        var same = text.CommonPrefixLength(other);
        if (same == text.Length || same == other.Length)
            return text.Length > other.Length;

        // UTF-16 sorts characters of two code units in the middle of those of one; UTF-8 sorts them last.
        return char.IsSurrogate(text[same]) == char.IsSurrogate(other[same]) ? text[same] > other[same] : char.IsSurrogate(text[same]);
    }

    private static bool IsGreaterNumber(string number, string other)
    {
        NumberText.TryParse(Encoding.ASCII.GetBytes(number), stackalloc byte[NumberText.MaxDigits], out var left);
        NumberText.TryParse(Encoding.ASCII.GetBytes(other), stackalloc byte[NumberText.MaxDigits], out var right);
        return left.CompareTo(right) > 0;
    }

    internal static KeyValue OfNumberText(ReadOnlySpan<byte> text)
    {
        if (!NumberText.TryParse(text, stackalloc byte[NumberText.MaxDigits], out var number))
            throw new ItemFormatException("", "a Number", $"'{Encoding.UTF8.GetString(text)}'");

        return number.TryToInteger<long>(out var integer) ? Of(integer) : new KeyValue(KeyType.Number, number.ToString(), 0);
    }

    /// <summary>Marks a value that is in the integer field, so that the default value is not a number.</summary>
    private sealed class IntegerMarker
    {
        public static readonly IntegerMarker Instance = new();
    }
}
