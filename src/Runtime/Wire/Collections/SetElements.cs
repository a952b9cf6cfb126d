namespace DynamoToolkit.Wire;

/// <summary>Reads and writes the elements of any set type.</summary>
internal static class SetElements<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Writes a set, or an empty one as NULL.</summary>
    public static void Write(ref ItemWriter writer, IEnumerable<T> elements)
    {
        if (elements is null)
            throw writer.Invalid(ItemWriter.NullRule);
        if (typeof(TConverter) == typeof(StringConverter) && elements is HashSet<string> strings)
        {
            writer.WriteStringSet(strings);
            return;
        }

        if (SetComparer<T>.Instance is { } comparer)
            ThrowIfTwice(ref writer, elements, comparer);

        var set = writer.BeginSet();

        // Its own enumerator is a struct; through the interface it would be an object.
        if (elements is HashSet<T> hashSet)
        {
            foreach (var element in hashSet)
                WriteElement(ref writer, element, set);
        }
        else
        {
            foreach (var element in elements)
                WriteElement(ref writer, element, set);
        }

        writer.EndSet(set);
    }

    /// <summary>Reads a set, or NULL as an empty one.</summary>
    public static HashSet<T> ReadHashSet(ref ItemReader reader)
    {
        if (reader.TryReadNull())
            return new HashSet<T>(SetComparer<T>.Instance);

        var first = default(FirstElements<T>);
        var elements = new Elements<T>(first);
        try
        {
            reader.BeginSet();
            while (reader.NextSetElement())
                elements.Add(TConverter.Read(ref reader));

            var set = new HashSet<T>(elements.Span.Length, SetComparer<T>.Instance);
            foreach (var element in elements.Span)
                set.Add(element);

            return set;
        }
        finally
        {
            elements.Dispose();
        }
    }

    /// <summary>A set that compares byte arrays by reference may hold the same bytes twice, which DynamoDB rejects.</summary>
    private static void ThrowIfTwice(ref ItemWriter writer, IEnumerable<T> elements, IEqualityComparer<T> comparer)
    {
        if (elements is HashSet<T> { Comparer: var own } && own == comparer)
            return;

        var seen = new HashSet<T>(comparer);
        foreach (var element in elements)
        {
            if (!seen.Add(element))
            {
                throw writer.Invalid(
                    "is a set that contains the same bytes twice. Give the set a comparer that compares arrays by their bytes.");
            }
        }
    }

    private static void WriteElement(ref ItemWriter writer, T element, int set)
    {
        var start = writer.BeginSetElement();
        TConverter.Write(ref writer, element);
        writer.EndSetElement(start, set);
    }
}
