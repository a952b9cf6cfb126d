namespace DynamoToolkit.Wire;

/// <content>Nested types whose attributes stand beside those of the item around them: see <see cref="DynamoFlattenAttribute"/>.</content>
public ref partial struct ItemReader
{
    /// <summary>Reads a nested type from the map. Call it on a copy of the reader that was made before the map was read.</summary>
    /// <typeparam name="T">The nested type.</typeparam>
    /// <param name="prefix">Text before each of its names; empty for none.</param>
    /// <exception cref="ItemFormatException">The attributes do not fit the type.</exception>
    public readonly T ReadFlattened<T>(scoped ReadOnlySpan<byte> prefix)
        where T : IDynamoMap<T>
    {
        var item = this;
        if (prefix.IsEmpty)
            return T.ReadMap(ref item);

        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var start = writer.BeginMap();
        item.BeginMap();
        while (item.ReadName(out var name))
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix))
            {
                writer.WriteName(item.TextOf(name[prefix.Length..]));
                writer.WriteRaw(item.ReadRaw());
            }
            else
            {
                item.SkipValue();
            }
        }

        writer.EndMap(start);
        writer.Flush();
        var nested = new ItemReader(buffer.WrittenSpan);
        return T.ReadMap(ref nested);
    }
}
