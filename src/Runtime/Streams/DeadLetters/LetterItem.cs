using System.Globalization;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Streams.DeadLetters;

/// <summary>
/// An item of the table of dead letters. There are three kinds: the mark that an item is parked, the letters of a parked item, and further
/// parts of letters whose records are too large for one item.
/// </summary>
internal sealed record LetterItem : IItem<LetterItem>
{
    private const string KeyPrefix = "DEAD#";

    public static readonly Attribute<long, NumberConverter<long>> VersionToken = new("version");
    public static readonly Attribute<string, StringConverter> ReasonToken = new("reason");
    public static readonly Attribute<long, NumberConverter<long>> AttemptsToken = new("attempts");
    public static readonly Attribute<string, StringConverter> HandlerToken = new("handler");
    public static readonly Attribute<string, StringConverter> ItemToken = new("item");
    public static readonly Attribute<DateTimeOffset, DateTimeOffsetConverter> ParkedToken = new("parkedAt");
    public static readonly Attribute<string, StringConverter> RecordToken = new("record");
    public static readonly Attribute<long, NumberConverter<long>> PartsToken = new("parts");

    public static TableModel Model { get; } = ModelFor(StreamTable.DefaultName);

    /// <summary>The partition key without its prefix: of marks the consumer, of letters also the handler and the item.</summary>
    public required string Group { get; init; }

    /// <summary>The sort key: of marks the handler and the item, of letters the sequence number.</summary>
    public required string Sort { get; init; }

    /// <summary>The handler's name.</summary>
    public string Handler { get; init; } = "";

    /// <summary>The key of the parked item, as people read it.</summary>
    public string Item { get; init; } = "";

    /// <summary>Why the handler failed; empty for a letter that only waits for an earlier one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How often the handler has tried.</summary>
    public long Attempts { get; init; }

    /// <summary>Of a mark: grows with each letter.</summary>
    public long Version { get; init; }

    /// <summary>When the item was parked, or the letter written.</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    /// <summary>The record as the stream had it, or a part of that.</summary>
    public string? Record { get; init; }

    /// <summary>The number of further items that hold the rest of the record.</summary>
    public long Parts { get; init; }

    public ItemKey<LetterItem> Key => KeyOf(Group, Sort);

    public static TableModel ModelFor(string tableName) => StreamTable.ModelOf(tableName, typeof(LetterItem), KeyPrefix);

    public static ItemKey<LetterItem> KeyOf(string group, string sort) => new(KeyValue.Of(KeyPrefix + group), KeyValue.Of(sort));

    /// <summary>The sort key of a part of a letter, which comes after the letter and before the next one.</summary>
    public static string PartSort(string sort, int part) => string.Create(CultureInfo.InvariantCulture, $"{sort}#{part:D3}");

    static ItemKey<LetterItem> IItem<LetterItem>.KeyOf(in LetterItem item) => item.Key;

    static void IDynamoMap<LetterItem>.WriteMap(ref ItemWriter writer, in LetterItem item)
    {
        var start = writer.BeginMap();
        StreamTable.WriteText(ref writer, StreamTable.PartitionName, KeyPrefix + item.Group);
        StreamTable.WriteText(ref writer, StreamTable.SortName, item.Sort);
        StreamTable.WriteText(ref writer, "handler", item.Handler);
        StreamTable.WriteText(ref writer, "item", item.Item);
        StreamTable.WriteText(ref writer, "reason", item.Reason);
        Write(ref writer, "attempts", item.Attempts);
        Write(ref writer, "version", item.Version);
        if (item.ParkedAt is { } time)
            writer.WriteDateTimeOffset(",\"parkedAt\":{\"S\":\""u8, time);
        StreamTable.WriteText(ref writer, "record", item.Record);
        Write(ref writer, "parts", item.Parts);
        writer.EndMap(start);
    }

    static LetterItem IDynamoMap<LetterItem>.ReadMap(ref ItemReader reader)
    {
        string? group = null, sort = null, record = null;
        string handler = "", item = "", reason = "";
        long attempts = 0, version = 0, parts = 0;
        DateTimeOffset? parkedAt = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            switch (reader.TextOf(name))
            {
                case StreamTable.PartitionName: group = reader.ReadString(); break;
                case StreamTable.SortName: sort = reader.ReadString(); break;
                case "handler": handler = reader.ReadString(); break;
                case "item": item = reader.ReadString(); break;
                case "reason": reason = reader.ReadString(); break;
                case "attempts": attempts = reader.ReadNumber<long>(); break;
                case "version": version = reader.ReadNumber<long>(); break;
                case "parkedAt": parkedAt = reader.ReadDateTimeOffset(); break;
                case "record": record = reader.ReadString(); break;
                case "parts": parts = reader.ReadNumber<long>(); break;
                default: reader.SkipValue(); break;
            }
        }

        return new LetterItem
        {
            Group = StreamTable.NameIn<LetterItem>(group, KeyPrefix, ref reader),
            Sort = sort ?? throw reader.Missing(StreamTable.SortName, typeof(LetterItem)),
            Handler = handler,
            Item = item,
            Reason = reason,
            Attempts = attempts,
            Version = version,
            ParkedAt = parkedAt,
            Record = record,
            Parts = parts,
        };
    }

    private static void Write(ref ItemWriter writer, string name, long value)
    {
        if (value == 0)
            return;

        writer.WriteName(name);
        writer.WriteNumberValue(value);
    }
}
