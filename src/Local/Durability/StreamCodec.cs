using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>Streams and their records to and from bytes. A stream is written without its records, which follow one by one.</summary>
internal static class StreamCodec
{
    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Old = 1,
        New = 2,
        ByService = 4,
    }

    /// <summary>Writes a stream without its records.</summary>
    public static void WriteStream(BinaryOutput output, TableStream stream)
    {
        output.WriteText(stream.TableName);
        output.WriteBytes(stream.TableId.ToByteArray());
        output.WriteTime(stream.Created);
        output.WriteText(stream.View);
        output.WriteTime(stream.Disabled ?? default);
        output.WriteNumber((ulong)stream.Next);
        output.WriteNumber((uint)stream.Keys.Elements.Length);
        foreach (var element in stream.Keys.Elements)
        {
            output.WriteText(element.Name);
            output.WriteByte((byte)element.Kind);
            output.WriteByte(element.IsHash ? (byte)1 : (byte)0);
        }

        output.WriteNumber((uint)stream.Shards.Count);
        foreach (var shard in stream.Shards)
            WriteShard(output, shard);
    }

    /// <summary>Reads a stream without its records.</summary>
    public static TableStream ReadStream(ref BinaryInput input)
    {
        var name = input.ReadText();
        var id = new Guid(input.ReadBytes());
        var created = input.ReadTime();
        var view = input.ReadText();
        var disabled = input.ReadTime();
        var next = (long)input.ReadNumber();
        var elements = new KeyElement[input.ReadCount()];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = new KeyElement(input.ReadText(), (ValueKind)input.ReadByte(), input.ReadByte() != 0);

        var shards = new StreamShard[input.ReadCount()];
        for (var i = 0; i < shards.Length; i++)
            shards[i] = ReadShard(ref input);
        return new TableStream
        {
            TableName = name,
            TableId = id,
            Keys = new KeySchema(elements),
            Created = created,
            View = view,
            Disabled = disabled == default ? null : disabled,
            Next = next,
            Shards = [.. shards],
        };
    }

    /// <summary>Writes a record.</summary>
    public static void WriteRecord(BinaryOutput output, StreamRecord record)
    {
        var parts = (record.Old is null ? Parts.None : Parts.Old)
            | (record.New is null ? Parts.None : Parts.New)
            | (record.ByService ? Parts.ByService : Parts.None);
        output.WriteNumber((ulong)record.Sequence);
        output.WriteTime(record.Time);
        output.WriteByte((byte)record.Event);
        output.WriteByte((byte)parts);
        ValueCodec.WriteMap(output, record.Keys);
        if (record.Old is not null)
            ValueCodec.WriteMap(output, record.Old);
        if (record.New is not null)
            ValueCodec.WriteMap(output, record.New);
    }

    /// <summary>Reads a record.</summary>
    public static StreamRecord ReadRecord(ref BinaryInput input)
    {
        var sequence = (long)input.ReadNumber();
        var time = input.ReadTime();
        var kind = (StreamEvent)input.ReadByte();
        var parts = (Parts)input.ReadByte();
        var keys = ValueCodec.ReadOwnMap(ref input);
        var old = parts.HasFlag(Parts.Old) ? ValueCodec.ReadOwnMap(ref input) : null;
        var item = parts.HasFlag(Parts.New) ? ValueCodec.ReadOwnMap(ref input) : null;
        return new StreamRecord(sequence, time, kind, keys, old, item, parts.HasFlag(Parts.ByService));
    }

    private static void WriteShard(BinaryOutput output, StreamShard shard)
    {
        output.WriteText(shard.Id);
        output.WriteText(shard.ParentId ?? "");
        output.WriteTime(shard.Opened);
        output.WriteNumber((ulong)shard.First);

        // One more than the last number, so that 0 can stand for an open shard.
        output.WriteNumber((ulong)(shard.Last + 1 ?? 0));
    }

    private static StreamShard ReadShard(ref BinaryInput input)
    {
        var id = input.ReadText();
        var parent = input.ReadText();
        var opened = input.ReadTime();
        var first = (long)input.ReadNumber();
        var afterLast = (long)input.ReadNumber();
        return new StreamShard(
            id, parent.Length > 0 ? parent : null, opened, first, afterLast > 0 ? afterLast - 1 : null, RecordList.Empty);
    }
}
