using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <summary>
/// Writes items as DynamoDB JSON, straight into a pooled buffer. It allocates nothing unless the buffer has to grow.
/// </summary>
/// <remarks>
/// Commas need no state: every attribute and every element begins with its comma, and <see cref="EndMap"/> and <see cref="EndList"/>
/// turn the first one into the opening bracket. What is written counts only after <see cref="Flush"/>.
/// Pass a writer by reference: copies do not see each other's progress.
/// </remarks>
public ref partial struct ItemWriter
{
    private readonly WireBuffer buffer;
    private Span<byte> span;
    private int position;
    private int levels;

    /// <summary>Makes a writer that appends to a buffer.</summary>
    /// <param name="buffer">The buffer. Nobody else may write to it until <see cref="Flush"/>.</param>
    public ItemWriter(WireBuffer buffer)
    {
        this.buffer = buffer;
        span = buffer.Whole;
        position = buffer.Length;
    }

    /// <summary>How many bytes the buffer holds together with what this writer wrote.</summary>
    public readonly int Position => position;

    /// <summary>Makes what was written count as the buffer's content.</summary>
    public readonly void Flush() => buffer.SetLength(position);

    /// <summary>Takes back what was written since a position.</summary>
    internal void Rewind(int start) => position = start;

    /// <summary>What has been written since a position.</summary>
    internal readonly ReadOnlySpan<byte> Written(int start) => span[start..position];

    /// <summary>Writes bytes as they are: JSON that the caller vouches for.</summary>
    /// <param name="utf8">The bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(scoped ReadOnlySpan<byte> utf8)
    {
        Need(utf8.Length);
        utf8.CopyTo(span[position..]);
        position += utf8.Length;
    }

    /// <summary>Begins a map's JSON object: <c>{"a":…,"b":…}</c>. Its attributes follow, each beginning with a comma.</summary>
    /// <returns>What <see cref="EndMap"/> needs.</returns>
    public readonly int BeginMap() => position;

    /// <summary>Ends a map's JSON object.</summary>
    /// <param name="start">What <see cref="BeginMap"/> returned.</param>
    public void EndMap(int start) => Close(start, (byte)'{', (byte)'}');

    /// <summary>Begins a map as an attribute value: <c>{"M":{…}}</c>.</summary>
    /// <returns>What <see cref="EndMapValue"/> needs.</returns>
    /// <exception cref="InvalidAttributeValueException">The map lies deeper than 32 levels, the attribute being the first.</exception>
    public int BeginMapValue()
    {
        EnterLevel();
        WriteRaw("{\"M\":"u8);
        return position;
    }

    /// <summary>Ends a map as an attribute value.</summary>
    /// <param name="start">What <see cref="BeginMapValue"/> returned.</param>
    /// <exception cref="InvalidAttributeValueException">What is in the map lies deeper than 32 levels, the attribute being the first.</exception>
    public void EndMapValue(int start)
    {
        Close(start, (byte)'{', (byte)'}');
        LeaveLevel(start);
        WriteByte((byte)'}');
    }

    /// <summary>Begins a list: <c>{"L":[…]}</c>. Its elements follow, each after a <see cref="WriteComma"/>.</summary>
    /// <returns>What <see cref="EndList"/> needs.</returns>
    /// <exception cref="InvalidAttributeValueException">The list lies deeper than 32 levels, the attribute being the first.</exception>
    public int BeginList()
    {
        EnterLevel();
        WriteRaw("{\"L\":"u8);
        return position;
    }

    /// <summary>Ends a list.</summary>
    /// <param name="start">What <see cref="BeginList"/> returned.</param>
    /// <exception cref="InvalidAttributeValueException">What is in the list lies deeper than 32 levels, the attribute being the first.</exception>
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

    /// <summary>The error of a value that DynamoDB does not take, naming the attribute that is being written.</summary>
    /// <param name="rule">What is wrong and how it is put right, as a clause that follows the attribute's name.</param>
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
