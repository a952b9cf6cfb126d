using System.Collections.ObjectModel;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Streams.Leases;

/// <summary>
/// An item of the table of leases. There are three kinds, told apart by the beginning of the sort key: leases of shards, notes of shards
/// that are finished, and one item of the consumer itself.
/// </summary>
internal sealed class LeaseItem : IItem<LeaseItem>
{
    public const string LeasePrefix = "LEASE#";
    public const string DonePrefix = "DONE#";
    public const string ConsumerSort = "CONSUMER";

    private const string KeyPrefix = "STREAM#";
    private const string HandlersName = "handlers";

    public static readonly Attribute<string, StringConverter> OwnerToken = new("owner");
    public static readonly Attribute<string, StringConverter> LeaseToken = new("token");
    public static readonly Attribute<long, NumberConverter<long>> CounterToken = new("counter");
    public static readonly Attribute<string, StringConverter> CheckpointToken = new("checkpoint");
    public static readonly Attribute<string, StringConverter> WantedToken = new("wantedBy");
    public static readonly Attribute<DateTimeOffset, DateTimeOffsetConverter> TimeToken = new("time");
    public static readonly Attribute<bool, BooleanConverter> GapToken = new("gap");
    public static readonly Attribute<string, StringConverter> FirstStreamToken = new("firstStream");

    public static TableModel Model { get; } = ModelFor(StreamTable.DefaultName);

    /// <summary>The table and the consumer.</summary>
    public required string Group { get; init; }

    /// <summary>The sort key.</summary>
    public required string Sort { get; init; }

    /// <summary>The stream's resource name.</summary>
    public string? Arn { get; init; }

    /// <summary>The shard.</summary>
    public string? ShardId { get; init; }

    /// <summary>The worker that has the lease; null if nobody has it.</summary>
    public string? Owner { get; init; }

    /// <summary>Differs each time that a worker takes the lease.</summary>
    public string? Token { get; init; }

    /// <summary>Grows each time that the lease is renewed.</summary>
    public long Counter { get; init; }

    /// <summary>The sequence number of the last record that was handled; null if none was.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The worker that the owner should hand the lease over to.</summary>
    public string? WantedBy { get; init; }

    /// <summary>
    /// Of a lease: when it was known last that nothing was deleted unread. Of a note: when the shard was finished. Of the consumer: from
    /// when on it handles changes.
    /// </summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether a shard before this one was deleted before it was read to its end.</summary>
    public bool HasGap { get; init; }

    /// <summary>Of the consumer: the label of the newest stream when it had found all shards for the first time; null before.</summary>
    public string? FirstStream { get; init; }

    /// <summary>The handlers of the consumer, with an id of the time since which each of them gets all changes.</summary>
    public IReadOnlyDictionary<string, string> Handlers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public ItemKey<LeaseItem> Key => KeyOf(Group, Sort);

    /// <summary>The name by which leases and notes of one shard are the same.</summary>
    public string ShardKey => Sort[(Sort.IndexOf('#', StringComparison.Ordinal) + 1)..];

    public static TableModel ModelFor(string tableName) => StreamTable.ModelOf(tableName, typeof(LeaseItem), KeyPrefix);

    public static ItemKey<LeaseItem> KeyOf(string group, string sort) => new(KeyValue.Of(KeyPrefix + group), KeyValue.Of(sort));

    static ItemKey<LeaseItem> IItem<LeaseItem>.KeyOf(in LeaseItem item) => item.Key;

    static void IDynamoMap<LeaseItem>.WriteMap(ref ItemWriter writer, in LeaseItem item)
    {
        var start = writer.BeginMap();
        StreamTable.WriteText(ref writer, StreamTable.PartitionName, KeyPrefix + item.Group);
        StreamTable.WriteText(ref writer, StreamTable.SortName, item.Sort);
        StreamTable.WriteText(ref writer, "arn", item.Arn);
        StreamTable.WriteText(ref writer, "shard", item.ShardId);
        StreamTable.WriteText(ref writer, "owner", item.Owner);
        StreamTable.WriteText(ref writer, "token", item.Token);
        writer.WriteName("counter");
        writer.WriteNumberValue(item.Counter);
        StreamTable.WriteText(ref writer, "checkpoint", item.Checkpoint);
        StreamTable.WriteText(ref writer, "wantedBy", item.WantedBy);
        if (item.Time is { } time)
            writer.WriteDateTimeOffset(",\"time\":{\"S\":\""u8, time);
        if (item.HasGap)
        {
            writer.WriteName("gap");
            writer.WriteBooleanValue(true);
        }

        StreamTable.WriteText(ref writer, "firstStream", item.FirstStream);
        if (item.Handlers.Count > 0)
            WriteHandlers(ref writer, item.Handlers);
        writer.EndMap(start);
    }

    static LeaseItem IDynamoMap<LeaseItem>.ReadMap(ref ItemReader reader)
    {
        string? group = null, sort = null, arn = null, shard = null, owner = null, token = null, checkpoint = null, wantedBy = null;
        string? firstStream = null;
        var hasGap = false;
        var counter = 0L;
        DateTimeOffset? time = null;
        var handlers = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            switch (reader.TextOf(name))
            {
                case StreamTable.PartitionName: group = reader.ReadString(); break;
                case StreamTable.SortName: sort = reader.ReadString(); break;
                case "arn": arn = reader.ReadString(); break;
                case "shard": shard = reader.ReadString(); break;
                case "owner": owner = reader.ReadString(); break;
                case "token": token = reader.ReadString(); break;
                case "counter": counter = reader.ReadNumber<long>(); break;
                case "checkpoint": checkpoint = reader.ReadString(); break;
                case "wantedBy": wantedBy = reader.ReadString(); break;
                case "time": time = reader.ReadDateTimeOffset(); break;
                case "gap": hasGap = reader.ReadBoolean(); break;
                case "firstStream": firstStream = reader.ReadString(); break;
                case HandlersName: ReadHandlers(ref reader, handlers); break;
                default: reader.SkipValue(); break;
            }
        }

        return new LeaseItem
        {
            Group = StreamTable.NameIn<LeaseItem>(group, KeyPrefix, ref reader),
            Sort = sort ?? throw reader.Missing(StreamTable.SortName, typeof(LeaseItem)),
            Arn = arn,
            ShardId = shard,
            Owner = owner,
            Token = token,
            Counter = counter,
            Checkpoint = checkpoint,
            WantedBy = wantedBy,
            Time = time,
            HasGap = hasGap,
            FirstStream = firstStream,
            Handlers = handlers,
        };
    }

    private static void WriteHandlers(ref ItemWriter writer, IReadOnlyDictionary<string, string> handlers)
    {
        writer.WriteName(HandlersName);
        var map = writer.BeginMapValue();
        foreach (var (name, id) in handlers)
        {
            writer.WriteName(name);
            writer.WriteStringValue(id);
        }

        writer.EndMapValue(map);
    }

    private static void ReadHandlers(ref ItemReader reader, Dictionary<string, string> handlers)
    {
        reader.BeginMapValue();
        reader.BeginMap();
        while (reader.ReadName(out var name))
            handlers[reader.TextOf(name)] = reader.ReadString();
        reader.EndMapValue();
    }
}
