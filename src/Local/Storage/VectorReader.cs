using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Storage;

/// <summary>Reads the vectors of a table's items one after the other, and of each item only what a vector index needs.</summary>
internal sealed class VectorReader : IDisposable
{
    private readonly WireBuffer wire = WireBuffer.Rent();
    private readonly float[] vector;
    private readonly byte[] name;
    private readonly (SearchElement Element, byte[] Name, Value? Wanted)[] elements;

    /// <param name="index">The index.</param>
    /// <param name="wanted">The values that attributes of the search schema must have.</param>
    public VectorReader(VectorIndexSchema index, IReadOnlyDictionary<string, Value> wanted)
    {
        vector = new float[index.Dimensions];
        name = WireText.Escape(index.VectorAttribute);
        elements = [.. index.SearchSchema.Select(element =>
            (element, WireText.Escape(element.Name), wanted.GetValueOrDefault(element.Name)))];
    }

    /// <summary>The vector of the last item for which <see cref="Read"/> has returned true.</summary>
    public ReadOnlySpan<float> Vector => vector;

    /// <summary>Reads an item.</summary>
    /// <returns>Whether the index holds the item and the item has the wanted values.</returns>
    public bool Read(byte[] block)
    {
        wire.Clear();
        ItemBlock.WriteTo(block, wire);
        foreach (var (element, elementName, wanted) in elements)
        {
            var value = WireReader.Find(wire.WrittenSpan, elementName);
            if (!element.Accepts(value) || (wanted is not null && value?.SameAs(wanted) != true))
                return false;
        }

        return WireReader.TryFindVector(wire.WrittenSpan, name, vector);
    }

    public void Dispose() => wire.Dispose();
}
