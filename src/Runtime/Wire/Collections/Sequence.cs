using System.Runtime.InteropServices;

namespace DynamoToolkit.Wire;

/// <summary>Reads and writes the elements of any list type.</summary>
internal static class Sequence<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Writes <c>{"L":[…]}</c>.</summary>
    public static void Write(ref ItemWriter writer, ReadOnlySpan<T> elements)
    {
        var start = writer.BeginList();
        foreach (var element in elements)
        {
            writer.WriteComma();
            TConverter.Write(ref writer, element);
        }

        writer.EndList(start);
    }

    /// <inheritdoc cref="Write(ref ItemWriter, ReadOnlySpan{T})"/>
    public static void Write(ref ItemWriter writer, IEnumerable<T> elements)
    {
        // A collection over a span needs no enumerator, which would be allocated.
        switch (elements)
        {
            case null:
                throw writer.Invalid(ItemWriter.NullRule);
            case T[] array:
                Write(ref writer, new ReadOnlySpan<T>(array));
                return;
            case List<T> list:
                Write(ref writer, CollectionsMarshal.AsSpan(list));
                return;
        }

        var start = writer.BeginList();
        foreach (var element in elements)
        {
            writer.WriteComma();
            TConverter.Write(ref writer, element);
        }

        writer.EndList(start);
    }

    /// <summary>Reads <c>{"L":[…]}</c> as a list.</summary>
    public static List<T> ReadList(ref ItemReader reader)
    {
        var first = default(FirstElements<T>);
        var elements = new Elements<T>(first);
        try
        {
            reader.BeginList();
            while (reader.NextElement())
                elements.Add(TConverter.Read(ref reader));

            return elements.ToList();
        }
        finally
        {
            elements.Dispose();
        }
    }

    /// <summary>Reads <c>{"L":[…]}</c> as an array.</summary>
    public static T[] ReadArray(ref ItemReader reader)
    {
        var first = default(FirstElements<T>);
        var elements = new Elements<T>(first);
        try
        {
            reader.BeginList();
            while (reader.NextElement())
                elements.Add(TConverter.Read(ref reader));

            return elements.Span.ToArray();
        }
        finally
        {
            elements.Dispose();
        }
    }
}
