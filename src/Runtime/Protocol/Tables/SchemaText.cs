using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The parts of a table's schema that several requests share.</summary>
internal static class SchemaText
{
    /// <summary>What a stream of a definition shows.</summary>
    public const string StreamView = "NEW_AND_OLD_IMAGES";

    /// <summary>The member that enables such a stream.</summary>
    public static ReadOnlySpan<byte> Stream =>
        ",\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}"u8;

    /// <summary>Writes <c>,"AttributeDefinitions":[…]</c>.</summary>
    public static void WriteAttributes(ref ItemWriter writer, IEnumerable<KeyModel> keys)
    {
        writer.WriteRaw(",\"AttributeDefinitions\":["u8);
        var separator = "{\"AttributeName\":"u8;
        foreach (var key in keys)
        {
            writer.WriteRaw(separator);
            writer.WriteJsonString(key.AttributeName);
            writer.WriteRaw(",\"AttributeType\":\""u8);
            writer.WriteRaw(key.Type switch
            {
                KeyType.String => "S\"}"u8,
                KeyType.Number => "N\"}"u8,
                _ => "B\"}"u8,
            });
            separator = ",{\"AttributeName\":"u8;
        }

        writer.WriteRaw("]"u8);
    }

    /// <summary>Writes <c>,"KeySchema":[…]</c>.</summary>
    public static void WriteKeys(ref ItemWriter writer, IReadOnlyList<KeyModel> partition, IReadOnlyList<KeyModel> sort)
    {
        writer.WriteRaw(",\"KeySchema\":["u8);
        var separator = "{\"AttributeName\":"u8;
        for (var i = 0; i < partition.Count + sort.Count; i++)
        {
            var isSort = i >= partition.Count;
            writer.WriteRaw(separator);
            writer.WriteJsonString(isSort ? sort[i - partition.Count].AttributeName : partition[i].AttributeName);
            writer.WriteRaw(isSort ? ",\"KeyType\":\"RANGE\"}"u8 : ",\"KeyType\":\"HASH\"}"u8);
            separator = ",{\"AttributeName\":"u8;
        }

        writer.WriteRaw("]"u8);
    }

    /// <summary>Writes a member with a list of indexes, if there are any.</summary>
    public static void WriteIndexes(ref ItemWriter writer, ReadOnlySpan<byte> opening, IEnumerable<IndexModel> indexes)
    {
        var separator = opening;
        foreach (var index in indexes)
        {
            writer.WriteRaw(separator);
            WriteIndex(ref writer, index);
            separator = ","u8;
        }

        if (!separator.SequenceEqual(opening))
            writer.WriteRaw("]"u8);
    }

    /// <summary>Writes an index: name, keys and projection.</summary>
    public static void WriteIndex(ref ItemWriter writer, IndexModel index)
    {
        writer.WriteRaw("{\"IndexName\":"u8);
        writer.WriteJsonString(index.Name);
        WriteKeys(ref writer, index.Partition, index.Sort);
        writer.WriteRaw(index.Projection switch
        {
            IndexProjection.KeysOnly => ",\"Projection\":{\"ProjectionType\":\"KEYS_ONLY\""u8,
            IndexProjection.Include => ",\"Projection\":{\"ProjectionType\":\"INCLUDE\""u8,
            _ => ",\"Projection\":{\"ProjectionType\":\"ALL\""u8,
        });
        if (index.Projection is IndexProjection.Include)
            WriteIncluded(ref writer, index.IncludedAttributes);
        writer.WriteRaw("}}"u8);
    }

    private static void WriteIncluded(ref ItemWriter writer, IReadOnlyList<string> attributes)
    {
        writer.WriteRaw(",\"NonKeyAttributes\":["u8);
        for (var i = 0; i < attributes.Count; i++)
        {
            if (i > 0)
                writer.WriteComma();
            writer.WriteJsonString(attributes[i]);
        }

        writer.WriteRaw("]"u8);
    }
}
