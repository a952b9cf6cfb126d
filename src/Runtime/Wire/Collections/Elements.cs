using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DynamoToolkit.Wire;

/// <summary>
/// Collects elements whose number is not known in advance: first on the stack, then in a pooled array. So the final collection
/// has the right size, and nothing else is allocated.
/// </summary>
internal ref struct Elements<T>(Span<T> first)
{
    private Span<T> span = first;
    private T[]? rented;
    private int count;

    /// <summary>The elements so far.</summary>
    public readonly Span<T> Span => span[..count];

    /// <summary>Adds an element.</summary>
    public void Add(T element)
    {
        if (count == span.Length)
            Grow();

        span[count++] = element;
    }

    /// <summary>Copies the elements to a list.</summary>
    public readonly List<T> ToList()
    {
        var list = new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        Span.CopyTo(CollectionsMarshal.AsSpan(list));
        return list;
    }

    /// <summary>Returns the pooled array.</summary>
    public void Dispose()
    {
        if (rented is null)
            return;

        ArrayPool<T>.Shared.Return(rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        rented = null;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(span.Length * 4);
        Span.CopyTo(larger);
        Dispose();
        rented = larger;
        span = larger;
    }
}
