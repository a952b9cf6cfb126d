using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <summary>
/// Writes items as DynamoDB JSON directly into a pooled buffer. It allocates only when the buffer has to grow.
/// </summary>
/// <remarks>
/// Commas need no state: every attribute and every element begins with its comma, and <see cref="EndMap"/> and <see cref="EndList"/>
/// turn the first one into the opening bracket. The buffer's length includes the written bytes only after <see cref="Flush"/>.
/// Pass the writer by reference: a copy does not see the original's progress.
/// </remarks>
public ref partial struct ItemWriter
{
    private readonly WireBuffer buffer;
    private Span<byte> span;
    private int position;
    private int levels;

    /// <summary>Creates a writer that appends to a buffer.</summary>
    /// <param name="buffer">The buffer. Nothing else may write to it until <see cref="Flush"/>.</param>
    public ItemWriter(WireBuffer buffer)
    {
        this.buffer = buffer;
        span = buffer.Whole;
        position = buffer.Length;
    }

    /// <summary>The number of bytes in the buffer, including those that this writer wrote since <see cref="Flush"/>.</summary>
    public readonly int Position => position;

    /// <summary>Adds the written bytes to the buffer's content.</summary>
    public readonly void Flush() => buffer.SetLength(position);

    /// <summary>Discards everything written since a position.</summary>
    internal void Rewind(int start) => position = start;

    /// <summary>The bytes written since a position.</summary>
    internal readonly ReadOnlySpan<byte> Written(int start) => span[start..position];

    /// <summary>Writes bytes unchanged. The caller makes sure that they are valid JSON.</summary>
    /// <param name="utf8">The bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(scoped ReadOnlySpan<byte> utf8)
    {
        Need(utf8.Length);
        utf8.CopyTo(span[position..]);
        position += utf8.Length;
    }

    /// <summary>Begins a map's JSON object: <c>{"a":…,"b":…}</c>. Its attributes follow, each beginning with a comma.</summary>
    /// <returns>The value to pass to <see cref="EndMap"/>.</returns>
    public readonly int BeginMap() => position;

    /// <summary>Ends a map's JSON object.</summary>
    /// <param name="start">What <see cref="BeginMap"/> returned.</param>
    public void EndMap(int start) => Close(start, (byte)'{', (byte)'}');

    /// <summary>Begins a map as an attribute value: <c>{"M":{…}}</c>.</summary>
    /// <returns>The value to pass to <see cref="EndMapValue"/>.</returns>
    /// <exception cref="InvalidAttributeValueException">
    /// The map is nested deeper than 32 levels; the attribute is the first level.
    /// </exception>
    public int BeginMapValue()
    {
        EnterLevel();
        WriteRaw("{\"M\":"u8);
        return position;
    }

    /// <summary>Ends a map as an attribute value.</summary>
    /// <param name="start">What <see cref="BeginMapValue"/> returned.</param>
    /// <exception cref="InvalidAttributeValueException">
    /// The content of the map is nested deeper than 32 levels; the attribute is the first level.
    /// </exception>
    public void EndMapValue(int start)
    {
        Close(start, (byte)'{', (byte)'}');
        LeaveLevel(start);
        WriteByte((byte)'}');
    }

    /// <summary>Begins a list: <c>{"L":[…]}</c>. Its elements follow, each after a <see cref="WriteComma"/>.</summary>
    /// <returns>The value to pass to <see cref="EndList"/>.</returns>
    /// <exception cref="InvalidAttributeValueException">
    /// The list is nested deeper than 32 levels; the attribute is the first level.
    /// </exception>
    public int BeginList()
    {
        EnterLevel();
        WriteRaw("{\"L\":"u8);
        return position;
    }

    /// <summary>Ends a list.</summary>
    /// <param name="start">What <see cref="BeginList"/> returned.</param>
    /// <exception cref="InvalidAttributeValueException">
    /// The content of the list is nested deeper than 32 levels; the attribute is the first level.
    /// </exception>
    public void EndList(int start)
    {
        Close(start, (byte)'[', (byte)']');
        LeaveLevel(start);
        WriteByte((byte)'}');
    }

    /// <summary>Writes the comma that begins an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteComma() => WriteByte((byte)',');

    /// <summary>Writes <c>{"NULL":true}</c>.</summary>
    public void WriteNullValue() => WriteRaw("{\"NULL\":true}"u8);

    /// <summary>Creates the error of a value that DynamoDB does not accept. It names the attribute that is being written.</summary>
    /// <param name="rule">What is wrong and how to fix it, as a clause that follows the attribute's name.</param>
    public readonly InvalidAttributeValueException Invalid(string rule) => new(AttributePathText.Of(span[..position]), rule);

    [DoesNotReturn]
    private readonly void Fail(string rule) => throw Invalid(rule);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteByte(byte value)
    {
        Need(1);
        span[position++] = value;
    }

    private void Close(int start, byte open, byte close)
    {
        if (position == start)
            WriteByte(open);
        else
            span[start] = open;

        WriteByte(close);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Need(int size)
    {
        if (span.Length - position < size)
            Grow(size);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        buffer.SetLength(position);
        buffer.GetSpan(size);
        span = buffer.Whole;
    }
}
