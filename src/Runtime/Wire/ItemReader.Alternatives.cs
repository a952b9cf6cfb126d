namespace DynamoToolkit.Wire;

/// <content>Values that other libraries store as another type.</content>
public ref partial struct ItemReader
{
    /// <summary>Whether the next value, or the next element of a set, has this type.</summary>
    /// <param name="tag">The type's tag: <c>S</c>, <c>N</c>, ….</param>
    internal bool IsNext(ReadOnlySpan<byte> tag)
        => elementTag == 0 ? PeekTag().SequenceEqual(tag) : tag.Length == 1 && tag[0] == elementTag;

    /// <summary>Lets the next read of a list also accept a set, and the next read of a set also accept a list.</summary>
    internal void AcceptOtherCollection() => acceptsOtherCollection = !IsNext("NULL"u8);

    private bool TryBeginSetAsList()
    {
        acceptsOtherCollection = false;
        var start = position;
        var tag = FindTag();
        if (tag.Length == 2 && tag[1] == 'S' && tag[0] is ((byte)'S' or (byte)'N' or (byte)'B'))
        {
            elementTag = tag[0];
            BeginArray();
            return true;
        }

        position = start;
        return false;
    }

    private bool TryBeginListAsSet()
    {
        acceptsOtherCollection = false;
        var start = position;
        if (FindTag().SequenceEqual("L"u8))
        {
            BeginArray();
            return true;
        }

        position = start;
        return false;
    }
}
