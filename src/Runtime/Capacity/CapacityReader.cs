using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads consumed capacity and item collection metrics.</summary>
internal static class CapacityReader
{
    public static ConsumedCapacity Read(ref JsonCursor reader)
    {
        var tableName = "";
        double units = 0;
        double? read = null, write = null, table = null;
        Dictionary<string, double> local = [], global = [];
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("TableName"u8))
                tableName = reader.ReadString();
            else if (name.SequenceEqual("CapacityUnits"u8))
                units = reader.ReadDouble();
            else if (name.SequenceEqual("ReadCapacityUnits"u8))
                read = reader.ReadDouble();
            else if (name.SequenceEqual("WriteCapacityUnits"u8))
                write = reader.ReadDouble();
            else if (name.SequenceEqual("Table"u8))
                table = ReadUnits(ref reader);
            else if (name.SequenceEqual("LocalSecondaryIndexes"u8))
                ReadIndexes(ref reader, local);
            else if (name.SequenceEqual("GlobalSecondaryIndexes"u8))
                ReadIndexes(ref reader, global);
            else
                reader.Skip();
        }

        return new ConsumedCapacity
        {
            TableName = tableName,
            CapacityUnits = units,
            ReadCapacityUnits = read,
            WriteCapacityUnits = write,
            TableUnits = table,
            LocalIndexUnits = local,
            GlobalIndexUnits = global,
        };
    }

    /// <summary>Finds the consumed capacity in the response to a request on one table; null if there is none.</summary>
    public static ConsumedCapacity? Find(ReadOnlySpan<byte> response) => FindAll(response) is [var found, ..] ? found.Capacity : null;

    /// <summary>Finds the consumed capacity in a response of any kind: one record, or one for each table.</summary>
    public static List<FoundCapacity> FindAll(ReadOnlySpan<byte> response)
    {
        List<FoundCapacity> found = [];
        var reader = new JsonCursor(response);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (!name.SequenceEqual("ConsumedCapacity"u8))
            {
                reader.Skip();
                continue;
            }

            if (!reader.IsAtArray)
            {
                found.Add(ReadFound(ref reader));
                break;
            }

            while (reader.NextElement())
                found.Add(ReadFound(ref reader));
            break;
        }

        return found;
    }

    /// <summary>Reads the list that batches and transactions return, one for each table.</summary>
    public static List<ConsumedCapacity> ReadList(ref JsonCursor reader)
    {
        List<ConsumedCapacity> list = [];
        while (reader.NextElement())
            list.Add(Read(ref reader));
        return list;
    }

    public static ItemCollectionMetrics? ReadCollectionMetrics(ref JsonCursor reader)
    {
        KeyValue partition = default;
        double low = 0, high = 0;
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ItemCollectionKey"u8))
            {
                while (reader.NextMember(out _))
                    partition = KeyValue.Read(ref reader);
            }
            else if (name.SequenceEqual("SizeEstimateRangeGB"u8))
            {
                if (reader.NextElement())
                    low = high = reader.ReadDouble();
                while (reader.NextElement())
                    high = reader.ReadDouble();
            }
            else
            {
                reader.Skip();
            }
        }

        return partition.IsNone ? null : new ItemCollectionMetrics(partition, low, high);
    }

    /// <summary>Reads the metrics that batches and transactions return, by table, and adds them to those of the requests before.</summary>
    public static void ReadCollectionMetrics(ref JsonCursor reader, Dictionary<string, IReadOnlyList<ItemCollectionMetrics>> metrics)
    {
        while (reader.NextMember(out var name))
        {
            var table = Encoding.UTF8.GetString(name);
            if (metrics.GetValueOrDefault(table) is not List<ItemCollectionMetrics> list)
                metrics[table] = list = [];
            while (reader.NextElement())
            {
                if (ReadCollectionMetrics(ref reader) is { } one)
                    list.Add(one);
            }
        }
    }

    private static FoundCapacity ReadFound(ref JsonCursor reader)
    {
        reader.SkipSpace();
        var start = reader.Position;
        var capacity = Read(ref reader);
        return new FoundCapacity(capacity, start..reader.Position);
    }

    private static double ReadUnits(ref JsonCursor reader)
    {
        double units = 0;
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("CapacityUnits"u8))
                units = reader.ReadDouble();
            else
                reader.Skip();
        }

        return units;
    }

    private static void ReadIndexes(ref JsonCursor reader, Dictionary<string, double> units)
    {
        while (reader.NextMember(out var name))
        {
            var index = Encoding.UTF8.GetString(name);
            units[index] = ReadUnits(ref reader);
        }
    }
}
