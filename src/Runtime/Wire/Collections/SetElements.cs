namespace DynamoToolkit.Wire;

/// <summary>The elements of sets, whatever collection they are in.</summary>
internal static class SetElements<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
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
}
