namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a list as a set, as <c>DynamoDBContext</c> does with lists of strings, numbers and bytes. It refuses equal elements, which a set
/// can't hold, and DynamoDB does not keep the order. An empty list is stored as an empty List. It reads sets and Lists.
/// </summary>
/// <typeparam name="TList">The list type.</typeparam>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TElement">The elements' converter, which must write a String, Number or Binary.</typeparam>
/// <typeparam name="TConverter">The list's own converter.</typeparam>
public readonly struct ListAsSetConverter<TList, T, TElement, TConverter> : IAttributeConverter<TList>
    where TList : IEnumerable<T>
    where TElement : IAttributeConverter<T>
    where TConverter : IAttributeConverter<TList>
{
    /// <inheritdoc/>
    /// <exception cref="InvalidAttributeValueException">The list holds two equal elements.</exception>
    public static void Write(ref ItemWriter writer, TList value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        var set = new HashSet<T>(SetComparer<T>.Instance);
        foreach (var element in value)
        {
            if (!set.Add(element))
            {
                throw writer.Invalid(
                    "has two equal elements, but is stored as a set, as DynamoDBContext stores it. Remove one, "
                    + "or choose a converter that stores a List with [DynamoConverter].");
            }
        }

        if (set.Count == 0)
            TConverter.Write(ref writer, value);
        else
            SetElements<T, TElement>.Write(ref writer, set);
    }

    /// <inheritdoc/>
    public static TList Read(ref ItemReader reader)
    {
        reader.AcceptOtherCollection();
        return TConverter.Read(ref reader);
    }
}
