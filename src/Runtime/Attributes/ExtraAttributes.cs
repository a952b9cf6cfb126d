using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The attributes of an item that no member of its type reads, as stored. Writing the item writes them back: see
/// <see cref="DynamoExtraAttribute"/>.
/// </summary>
public sealed class ExtraAttributes : IEquatable<ExtraAttributes>
{
    // The attributes in the writer's form: ,"name":{"S":"x"},"other":…
    private byte[] attributes = [];

    /// <summary>Whether there are no attributes.</summary>
    public bool IsEmpty => attributes.Length == 0;

    /// <summary>The attributes' names.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            var names = new List<string>();
            var reader = Read();
            while (reader.ReadName(out var name))
            {
                names.Add(reader.TextOf(name));
                reader.SkipValue();
            }

            return names;
        }
    }

    /// <summary>Stores the attribute whose name the reader has just read.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reader">The reader, which stands before the value.</param>
    public void Add(ReadOnlySpan<byte> name, ref ItemReader reader)
    {
        var text = reader.TextOf(name);
        var value = reader.ReadRaw();
        using var buffer = WireBuffer.Rent(attributes.Length + name.Length + value.Length + 16);
        buffer.Write(attributes);
        var writer = new ItemWriter(buffer);
        writer.WriteName(text);
        writer.WriteRaw(value);
        writer.Flush();
        attributes = buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the attributes, each with its comma.</summary>
    /// <param name="writer">A writer inside a map.</param>
    public void Write(ref ItemWriter writer) => writer.WriteRaw(attributes);

    /// <summary>Reads one attribute.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <typeparam name="TConverter">The type's converter.</typeparam>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the attribute exists.</returns>
    /// <exception cref="ItemFormatException">The attribute is of another type.</exception>
    public bool TryGet<T, TConverter>(string name, out T? value)
        where TConverter : IAttributeConverter<T>
    {
        var reader = Read();
        while (reader.ReadName(out var found))
        {
            if (reader.TextOf(found) == name)
            {
                value = TConverter.Read(ref reader);
                return true;
            }

            reader.SkipValue();
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(ExtraAttributes? other) => other is not null && attributes.AsSpan().SequenceEqual(other.attributes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExtraAttributes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(attributes);
        return hash.ToHashCode();
    }

    private ItemReader Read()
    {
        var json = new byte[Math.Max(attributes.Length, 1) + 1];
        attributes.CopyTo(json, 0);
        json[0] = (byte)'{';
        json[^1] = (byte)'}';
        var reader = new ItemReader(json);
        reader.BeginMap();
        return reader;
    }
}
