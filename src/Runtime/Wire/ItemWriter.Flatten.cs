using System.Buffers;
using System.Text;

namespace DynamoToolkit.Wire;

/// <content>Nested types whose attributes stand beside those of the item around them: see <see cref="DynamoFlattenAttribute"/>.</content>
public ref partial struct ItemWriter
{
    private const int MaxCharactersOnStack = 256;

    /// <summary>Writes the attributes of a nested type, each with its comma, into the map that is being written.</summary>
    /// <typeparam name="T">The nested type.</typeparam>
    /// <param name="prefix">Text before each name; empty for none.</param>
    /// <param name="value">The value to write.</param>
    public void WriteFlattened<T>(scoped ReadOnlySpan<byte> prefix, in T value)
        where T : IDynamoMap<T>
    {
        if (value is null)
            throw Invalid(NullRule);
        if (!prefix.IsEmpty)
        {
            WritePrefixed(prefix, in value);
            return;
        }

        var start = position;
        T.WriteMap(ref this, in value);

        // {"a":…} becomes ,"a":… and {} becomes nothing.
        position--;
        if (position == start + 1)
            position = start;
        else
            span[start] = (byte)',';
    }

    private void WritePrefixed<T>(scoped ReadOnlySpan<byte> prefix, in T value)
        where T : IDynamoMap<T>
    {
        using var buffer = WireBuffer.Rent();
        var inner = new ItemWriter(buffer) { levels = levels };
        T.WriteMap(ref inner, in value);
        inner.Flush();
        var reader = new ItemReader(buffer.WrittenSpan);
        reader.BeginMap();
        Span<char> onStack = stackalloc char[MaxCharactersOnStack];
        while (reader.ReadName(out var name))
        {
            var most = prefix.Length + name.Length;
            var rented = most > onStack.Length ? ArrayPool<char>.Shared.Rent(most) : null;
            var text = rented ?? onStack;
            var length = Encoding.UTF8.GetChars(prefix, text);
            length += Encoding.UTF8.GetChars(name, text[length..]);
            WriteName(text[..length]);
            WriteRaw(reader.ReadRaw());
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }
}
