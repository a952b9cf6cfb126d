using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <summary>
/// Reads items from DynamoDB JSON in place. It allocates only the strings and arrays that it returns.
/// </summary>
/// <remarks>
/// Whatever the bytes are, reading ends in a value or in an <see cref="ItemFormatException"/>. The service writes no white space and
/// no needless escapes, so the reader tries that form first. Any other valid JSON takes a slower path.
/// Pass the reader by reference: a copy does not see the original's progress.
/// </remarks>
public ref partial struct ItemReader
{
    // DynamoDB nests 32 levels; a response puts a few around them.
    private const int MaxDepth = 40;

    private readonly ReadOnlySpan<byte> span;
    private int position;
    private int depth;

    // Where the item begins in a response: errors name attributes from there.
    private int itemStart;

    // Inside a set: 'S', 'N' or 'B', the type of its elements, which have no object around them.
    private byte elementTag;

    // Whether the list or set that is read next may be stored as a set or a list.
    private bool acceptsOtherCollection;

    /// <summary>Creates a reader over a JSON text.</summary>
    /// <param name="utf8">The text.</param>
    public ItemReader(ReadOnlySpan<byte> utf8) => span = utf8;

    /// <summary>The number of bytes read so far.</summary>
    public readonly int Position => position;

    /// <summary>Begins a JSON object: an item, the content of a map, or a response. Read its members with <see cref="ReadName"/>.</summary>
    public void BeginMap()
    {
        Expect((byte)'{', "a map");
        Enter();
    }

    /// <summary>Moves to the next member of an object, or past its end.</summary>
    /// <param name="name">The member's name. It is valid only as long as the bytes that it was read from.</param>
    /// <returns>False if the object has ended.</returns>
    public bool ReadName(out ReadOnlySpan<byte> name)
    {
        // After the first member comes `,"name":`, and the position is just behind `{` before it.
        var rest = span[position..];
        var start = position > 0 && span[position - 1] == '{' ? 1 : 2;
        if (rest.Length > start && rest[start - 1] == '"' && (start == 1 || rest[0] == ','))
        {
            rest = rest[start..];
            var length = rest.IndexOfAny(JsonText.Stops);
            if ((uint)length < (uint)(rest.Length - 1) && rest[length] == '"' && rest[length + 1] == ':')
            {
                name = rest[..length];
                position += start + length + 2;
                return true;
            }
        }

        return ReadNameSlowly(out name);
    }

    /// <summary>Whether a member's name is this one.</summary>
    /// <param name="found">What <see cref="ReadName"/> found.</param>
    /// <param name="name">The name.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ReadOnlySpan<byte> found, ReadOnlySpan<byte> name) => found.SequenceEqual(name);

    /// <summary>Begins a map that is an attribute value, <c>{"M":</c>, and stops before its object.</summary>
    public void BeginMapValue() => OpenValue((byte)'M', "Map (M)");

    /// <summary>Ends a map that is an attribute value, after its object has been read.</summary>
    public void EndMapValue() => CloseValue();

    /// <summary>Begins a list, <c>{"L":[</c>. Read its elements with <see cref="NextElement"/>.</summary>
    public void BeginList()
    {
        if (acceptsOtherCollection && TryBeginSetAsList())
            return;

        OpenValue((byte)'L', "List (L)");
        BeginArray();
    }

    /// <summary>Moves to the next element of a list, or past its end.</summary>
    /// <returns>False if the list has ended.</returns>
    public bool NextElement()
    {
        if (NextArrayElement())
            return true;

        elementTag = 0;
        CloseValue();
        return false;
    }

    /// <summary>Begins a JSON array that is not an attribute value, such as the items in a response.</summary>
    public void BeginArray()
    {
        Expect((byte)'[', "a list");
        Enter();
    }

    /// <summary>Moves to the next element of a JSON array, or past its end.</summary>
    /// <returns>False if the array has ended.</returns>
    public bool NextArrayElement()
    {
        var isFirst = position > 0 && span[position - 1] == '[';
        var next = Peek();
        if (next == ']')
        {
            position++;
            depth--;
            return false;
        }

        if (isFirst)
            return true;
        if (next != ',')
            throw Malformed("a comma or the end of the list");

        position++;

        // A bracket here would look like the end of the list on the next call.
        if (Peek() == ']')
            throw Malformed("a value");

        return true;
    }

    /// <summary>Reads one item of a type, and adds the type's name to any error.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="ItemFormatException">The item does not fit the type.</exception>
    public T ReadItem<T>()
        where T : IDynamoMap<T>
    {
        itemStart = position;
        try
        {
            return T.ReadMap(ref this);
        }
        catch (ItemFormatException exception)
        {
            exception.ItemType = typeof(T);
            throw;
        }
    }

    /// <summary>Checks that only white space is left.</summary>
    public void ReadEnd()
    {
        SkipWhiteSpace();
        if (position < span.Length)
            throw Malformed("the end of the text");
    }

    private bool ReadNameSlowly(out ReadOnlySpan<byte> name)
    {
        var isFirst = position > 0 && span[position - 1] == '{';
        var next = Peek();
        if (next == '}')
        {
            position++;
            depth--;
            name = default;
            return false;
        }

        if (!isFirst)
            Expect((byte)',', "a comma or the end of the map");

        name = ReadNameToken();
        return true;
    }

    private ReadOnlySpan<byte> ReadNameToken()
    {
        var name = ReadToken(out var isEscaped, "a name");
        if (isEscaped)
            name = Unescape(name);

        Expect((byte)':', "a colon");
        return name;
    }

    private void Enter()
    {
        if (++depth > MaxDepth)
            throw Malformed($"at most {MaxDepth} nested maps and lists");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhiteSpace()
    {
        while ((uint)position < (uint)span.Length && span[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
    }

    /// <summary>The next byte that is not white space, without consuming it.</summary>
    private byte Peek()
    {
        SkipWhiteSpace();
        if ((uint)position >= (uint)span.Length)
            throw Malformed("more");

        return span[position];
    }

    private void Expect(byte character, string expected)
    {
        if (Peek() != character)
            throw Malformed(expected);

        position++;
    }
}
