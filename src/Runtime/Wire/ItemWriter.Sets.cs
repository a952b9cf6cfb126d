namespace DynamoToolkit.Wire;

/// <content>Sets.</content>
public ref partial struct ItemWriter
{
    // {"?S": the type of the elements replaces the question mark once the first element is written.
    private const int SetTagOffset = 2;
    private const int SetOpeningLength = 6;
    private const int ElementOpeningLength = 5;

    /// <summary>Begins a set of strings, numbers or binary values.</summary>
    /// <returns>The value to pass to <see cref="EndSet"/> and <see cref="EndSetElement"/>.</returns>
    public int BeginSet()
    {
        WriteRaw("{\"?S\":"u8);
        return position - SetOpeningLength;
    }

    /// <summary>Writes a set of strings. This common case does not first write an object around each element.</summary>
    /// <param name="values">The strings.</param>
    internal void WriteStringSet(HashSet<string> values)
    {
        if (values.Count == 0)
        {
            WriteNullValue();
            return;
        }

        var separator = "{\"SS\":[\""u8;
        foreach (var value in values)
        {
            WriteRaw(separator);
            if (value is null)
                Fail(NullRule);

            WriteText(value);
            separator = "\",\""u8;
        }

        WriteRaw("\"]}"u8);
    }

    /// <summary>Begins an element of a set. Then write a String, Number or Binary value as usual.</summary>
    /// <returns>The value to pass to <see cref="EndSetElement"/>.</returns>
    public int BeginSetElement()
    {
        WriteComma();
        return position;
    }

    /// <summary>Ends an element of a set: removes the object around its value.</summary>
    /// <param name="element">What <see cref="BeginSetElement"/> returned.</param>
    /// <param name="set">What <see cref="BeginSet"/> returned.</param>
    public void EndSetElement(int element, int set)
    {
        var value = span[element..position];
        if (value.Length < ElementOpeningLength + 3 || value[3] != '"' || value[2] is not ((byte)'S' or (byte)'N' or (byte)'B'))
            Fail("is a set whose elements are not strings, numbers or binary values. Store it as a list.");

        ref var tag = ref span[set + SetTagOffset];
        if (tag == '?')
            tag = value[2];
        else if (tag != value[2])
            Fail("is a set whose elements are of different types. Store it as a list.");

        value[ElementOpeningLength..^1].CopyTo(value);
        position -= ElementOpeningLength + 1;
    }

    /// <summary>Ends a set. DynamoDB has no empty sets, so an empty set becomes NULL.</summary>
    /// <param name="set">What <see cref="BeginSet"/> returned.</param>
    public void EndSet(int set)
    {
        var start = set + SetOpeningLength;
        if (IsEmptySet(set))
        {
            position = set;
            WriteNullValue();
            return;
        }

        span[start] = (byte)'[';
        WriteRaw("]}"u8);
    }

    /// <summary>Whether a set has no elements yet.</summary>
    internal readonly bool IsEmptySet(int set) => position == set + SetOpeningLength;
}
