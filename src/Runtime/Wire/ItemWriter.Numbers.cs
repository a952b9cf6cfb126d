using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <content>Numbers and booleans.</content>
public ref partial struct ItemWriter
{
    // Longer than the text of any number that DynamoDB accepts, and of any value of a fixed-size type.
    private const int MaxNumberBytes = 64;

    /// <summary>Writes a Number attribute.</summary>
    /// <param name="prefix">The name and the opening: <c>,"count":{"N":"</c>.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNumber(scoped ReadOnlySpan<byte> prefix, long value)
    {
        WriteRaw(prefix);
        WriteInteger(value);
        WriteRaw("\"}"u8);
    }

    /// <inheritdoc cref="WriteNumber(ReadOnlySpan{byte}, long)"/>
    public void WriteNumber(scoped ReadOnlySpan<byte> prefix, ulong value)
    {
        WriteRaw(prefix);
        WriteInteger(value);
        WriteRaw("\"}"u8);
    }

    /// <inheritdoc cref="WriteNumber(ReadOnlySpan{byte}, long)"/>
    public void WriteNumber(scoped ReadOnlySpan<byte> prefix, decimal value)
    {
        WriteRaw(prefix);
        Need(MaxNumberBytes);
        value.TryFormat(span[position..], out var written, default, CultureInfo.InvariantCulture);
        position += written;
        WriteRaw("\"}"u8);
    }

    /// <inheritdoc cref="WriteNumber(ReadOnlySpan{byte}, long)"/>
    public void WriteNumber(scoped ReadOnlySpan<byte> prefix, double value)
    {
        WriteRaw(prefix);
        WriteFloatingPoint(value);
        WriteRaw("\"}"u8);
    }

    /// <inheritdoc cref="WriteNumber(ReadOnlySpan{byte}, long)"/>
    public void WriteNumber(scoped ReadOnlySpan<byte> prefix, float value)
    {
        WriteRaw(prefix);
        WriteFloatingPoint(value);
        WriteRaw("\"}"u8);
    }

    /// <inheritdoc cref="WriteNumber(ReadOnlySpan{byte}, long)"/>
    public void WriteNumber(scoped ReadOnlySpan<byte> prefix, Half value)
    {
        WriteRaw(prefix);
        WriteFloatingPoint(value);
        WriteRaw("\"}"u8);
    }

    /// <summary>Writes a Number attribute of an integer that may have more digits than DynamoDB keeps.</summary>
    /// <typeparam name="T">An integer type.</typeparam>
    /// <param name="prefix">The name and the opening: <c>,"count":{"N":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteInteger<T>(scoped ReadOnlySpan<byte> prefix, T value)
        where T : IBinaryInteger<T>
    {
        WriteRaw(prefix);
        if (Integers.FitsIn64Bits<T>())
            WriteInteger(value);
        else
            WriteLargeInteger(value);

        WriteRaw("\"}"u8);
    }

    /// <summary>Writes a Number value: <c>{"N":"…"}</c>.</summary>
    /// <param name="value">The value.</param>
    public void WriteNumberValue(long value) => WriteNumber("{\"N\":\""u8, value);

    /// <inheritdoc cref="WriteNumberValue(long)"/>
    public void WriteNumberValue(ulong value) => WriteNumber("{\"N\":\""u8, value);

    /// <inheritdoc cref="WriteNumberValue(long)"/>
    public void WriteNumberValue(decimal value) => WriteNumber("{\"N\":\""u8, value);

    /// <inheritdoc cref="WriteNumberValue(long)"/>
    public void WriteNumberValue(double value) => WriteNumber("{\"N\":\""u8, value);

    /// <inheritdoc cref="WriteNumberValue(long)"/>
    public void WriteNumberValue(float value) => WriteNumber("{\"N\":\""u8, value);

    /// <inheritdoc cref="WriteNumberValue(long)"/>
    public void WriteNumberValue(Half value) => WriteNumber("{\"N\":\""u8, value);

    /// <summary>Writes a Number value from its text, which may have up to 38 digits.</summary>
    /// <param name="text">The number in decimal or scientific notation.</param>
    public void WriteNumberText(scoped ReadOnlySpan<byte> text)
    {
        if (!NumberText.IsValid(text))
            Fail("is not a number of at most 38 digits between ±1E-130 and ±9.99…E+125. Round it, or store it as text.");

        WriteRaw("{\"N\":\""u8);
        WriteRaw(text);
        WriteRaw("\"}"u8);
    }

    /// <summary>Writes a JSON number that is not an attribute value: a limit, a segment.</summary>
    /// <param name="value">The number.</param>
    public void WriteJsonNumber(long value) => WriteInteger(value);

    /// <summary>Writes a Boolean attribute.</summary>
    /// <param name="prefix">The name and the opening: <c>,"done":{"BOOL":</c>.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBoolean(scoped ReadOnlySpan<byte> prefix, bool value)
    {
        WriteRaw(prefix);
        WriteRaw(value ? "true}"u8 : "false}"u8);
    }

    /// <summary>Writes a Boolean value: <c>{"BOOL":true}</c>.</summary>
    /// <param name="value">The value.</param>
    public void WriteBooleanValue(bool value) => WriteBoolean("{\"BOOL\":"u8, value);

    private void WriteInteger<T>(T value)
        where T : IBinaryInteger<T>
    {
        Need(MaxNumberBytes);
        value.TryFormat(span[position..], out var written, default, CultureInfo.InvariantCulture);
        position += written;
    }

    private void WriteLargeInteger<T>(T value)
        where T : IBinaryInteger<T>
    {
        // The check comes first, so that a number of a million digits is rejected before it is formatted.
        if (value.GetShortestBitLength() > NumberText.MaxIntegerBits)
            Fail(NumberText.Rule);

        Need(2 * MaxNumberBytes + MaxNumberBytes);
        var free = span[position..];
        value.TryFormat(free, out var written, default, CultureInfo.InvariantCulture);
        if (!NumberText.IsValid(free[..written]))
            Fail(NumberText.Rule);

        position += written;
    }

    private void WriteFloatingPoint<T>(T value)
        where T : IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value))
            Fail($"is {value}, which DynamoDB's Number cannot hold. Store it as text, or leave it out.");

        // DynamoDB has no negative zero, and it equals zero.
        if (T.IsZero(value))
            value = T.Zero;

        Need(MaxNumberBytes);
        value.TryFormat(span[position..], out var written, default, CultureInfo.InvariantCulture);
        if (typeof(T) == typeof(double) && !NumberText.IsInRange(double.CreateTruncating(value)))
            Fail(NumberText.Rule);

        position += written;
    }
}
