using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DescribeTable: a table's status, keys and indexes.</summary>
internal static class DescribeTable
{
    /// <summary>Returns the table's description, or null if the table does not exist.</summary>
    public static async Task<TableDescription?> SendAsync(TableHandle table, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        RequestText.WriteTable(body, table);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.DescribeTable, body, cancellationToken).ConfigureAwait(false);
            return Read(response.WrittenSpan);
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            return null;
        }
    }

    private static TableDescription Read(ReadOnlySpan<byte> json)
    {
        TableDescription? description = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Table"u8))
                description = ReadTable(ref reader);
            else
                reader.Skip();
        }

        return description ?? throw new ItemFormatException("Table", "a table's description", "none");
    }

    private static TableDescription ReadTable(ref JsonCursor reader)
    {
        var status = "";
        var types = new Dictionary<string, KeyType>();
        List<(string Name, bool IsSort)> keys = [];
        List<RawIndex> indexes = [];
        string? stream = null;
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("TableStatus"u8))
                status = reader.ReadString();
            else if (name.SequenceEqual("AttributeDefinitions"u8))
                ReadTypes(ref reader, types);
            else if (name.SequenceEqual("KeySchema"u8))
                keys = ReadKeys(ref reader);
            else if (name.SequenceEqual("GlobalSecondaryIndexes"u8))
                ReadIndexes(ref reader, IndexKind.Global, indexes);
            else if (name.SequenceEqual("LocalSecondaryIndexes"u8))
                ReadIndexes(ref reader, IndexKind.Local, indexes);
            else if (name.SequenceEqual("StreamSpecification"u8))
                stream = ReadStream(ref reader);
            else
                reader.Skip();
        }

        return new TableDescription
        {
            Status = status,
            StreamView = stream,
            Partition = KeysOf(keys, isSort: false, types),
            Sort = KeysOf(keys, isSort: true, types),
            Indexes = [.. indexes.Select(index => index.Description with
            {
                Partition = KeysOf(index.Keys, isSort: false, types),
                Sort = KeysOf(index.Keys, isSort: true, types),
            })],
        };
    }

    private static string? ReadStream(ref JsonCursor reader)
    {
        string? view = null;
        var isEnabled = false;
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("StreamEnabled"u8))
                isEnabled = reader.ReadRaw().SequenceEqual("true"u8);
            else if (name.SequenceEqual("StreamViewType"u8))
                view = reader.ReadString();
            else
                reader.Skip();
        }

        return isEnabled ? view : null;
    }

    private static void ReadTypes(ref JsonCursor reader, Dictionary<string, KeyType> types)
    {
        while (reader.NextElement())
        {
            string attribute = "", type = "";
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("AttributeName"u8))
                    attribute = reader.ReadString();
                else if (name.SequenceEqual("AttributeType"u8))
                    type = reader.ReadString();
                else
                    reader.Skip();
            }

            types[attribute] = type switch
            {
                "N" => KeyType.Number,
                "B" => KeyType.Binary,
                _ => KeyType.String,
            };
        }
    }

    private static List<(string Name, bool IsSort)> ReadKeys(ref JsonCursor reader)
    {
        List<(string, bool)> keys = [];
        while (reader.NextElement())
        {
            string attribute = "", kind = "";
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("AttributeName"u8))
                    attribute = reader.ReadString();
                else if (name.SequenceEqual("KeyType"u8))
                    kind = reader.ReadString();
                else
                    reader.Skip();
            }

            if (attribute.Length == 0)
                throw new ItemFormatException("KeySchema", "the name of an attribute", "none");

            keys.Add((attribute, kind == "RANGE"));
        }

        return keys;
    }

    private static void ReadIndexes(ref JsonCursor reader, IndexKind kind, List<RawIndex> indexes)
    {
        while (reader.NextElement())
        {
            var description = new IndexDescription { Kind = kind };
            List<(string, bool)> keys = [];
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("IndexName"u8))
                    description = description with { Name = reader.ReadString() };
                else if (name.SequenceEqual("IndexStatus"u8))
                    description = description with { Status = reader.ReadString() };
                else if (name.SequenceEqual("KeySchema"u8))
                    keys = ReadKeys(ref reader);
                else if (name.SequenceEqual("Projection"u8))
                    description = ReadProjection(ref reader, description);
                else
                    reader.Skip();
            }

            indexes.Add(new RawIndex(description, keys));
        }
    }

    private static IndexDescription ReadProjection(ref JsonCursor reader, IndexDescription description)
    {
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("ProjectionType"u8))
            {
                description = description with
                {
                    Projection = reader.ReadString() switch
                    {
                        "KEYS_ONLY" => IndexProjection.KeysOnly,
                        "INCLUDE" => IndexProjection.Include,
                        _ => IndexProjection.All,
                    },
                };
            }
            else if (name.SequenceEqual("NonKeyAttributes"u8))
            {
                List<string> attributes = [];
                while (reader.NextElement())
                    attributes.Add(reader.ReadString());
                description = description with { IncludedAttributes = attributes };
            }
            else
            {
                reader.Skip();
            }
        }

        return description;
    }

    private static KeyModel[] KeysOf(IEnumerable<(string Name, bool IsSort)> keys, bool isSort, Dictionary<string, KeyType> types) =>
        [.. keys.Where(key => key.IsSort == isSort).Select(key => new KeyModel(key.Name, types.GetValueOrDefault(key.Name)))];

    private sealed record RawIndex(IndexDescription Description, List<(string Name, bool IsSort)> Keys);
}
