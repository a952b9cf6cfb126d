using System.Collections.Immutable;
using System.Globalization;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Streams;

/// <summary>
/// The stream of a table, from the moment it is enabled to a day after it is disabled. Immutable; a record makes a new stream.
/// </summary>
internal sealed record TableStream
{
    /// <summary>How long records are kept, and a disabled stream with them.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>How long a shard accepts records. The service also opens a new one about every four hours.</summary>
    public static readonly TimeSpan ShardLifetime = TimeSpan.FromHours(4);

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The table's id, which distinguishes it from later tables of the same name.</summary>
    public required Guid TableId { get; init; }

    /// <summary>The table's key.</summary>
    public required KeySchema Keys { get; init; }

    /// <summary>When the stream was enabled.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What records show of items.</summary>
    public required string View { get; init; }

    /// <summary>When the stream was disabled; null while it is enabled.</summary>
    public DateTimeOffset? Disabled { get; init; }

    /// <summary>The sequence number of the next record.</summary>
    public long Next { get; init; } = 1;

    /// <summary>The shards, oldest first. There is at least one.</summary>
    public required ImmutableList<StreamShard> Shards { get; init; }

    /// <summary>The label: the moment at which the stream was enabled.</summary>
    public string Label => Created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>The Amazon resource name.</summary>
    public string Arn => $"{TableSchema.ArnPrefix}{TableName}/stream/{Label}";

    /// <summary>The table's name in the resource name of a stream; empty for any other text.</summary>
    public static string TableOf(string arn) =>
        arn.StartsWith(TableSchema.ArnPrefix, StringComparison.Ordinal) ? arn[TableSchema.ArnPrefix.Length..].Split('/')[0] : "";

    /// <summary>Enables a stream.</summary>
    public static TableStream Enable(TableSchema table, string view, DateTimeOffset now) => new()
    {
        TableName = table.Name,
        TableId = table.Id,
        Keys = table.Keys,
        Created = now,
        View = view,
        Shards = [StreamShard.Open(now, 1, null)],
    };

    /// <summary>The oldest moment whose records are still available.</summary>
    public static DateTimeOffset Horizon(DateTimeOffset now) => now - Retention;

    /// <summary>The record of a change, to be added to the stream.</summary>
    public StreamRecord RecordOf(MapValue? old, MapValue? item, DateTimeOffset now, bool byService)
    {
        // A clock that was set back must not make a record older than the one before it.
        var last = Shards[^1].Records;
        var earliest = last.Count > 0 ? last[last.Count - 1].Time : Shards[^1].Opened;
        var time = now > earliest ? now : earliest;
        var kind = old is null ? StreamEvent.Insert : item is null ? StreamEvent.Remove : StreamEvent.Modify;
        var keys = (item ?? old)!.Only(Keys.Elements.Select(static element => element.Name));

        // A record is kept for a day. The comparison of the items and the keys have unpacked them.
        return new StreamRecord(
            Next,
            time,
            kind,
            keys,
            StreamView.ShowsOld(View) ? old?.AtRest() : null,
            StreamView.ShowsNew(View) ? item?.AtRest() : null,
            byService);
    }

    /// <summary>The stream with one more record. Opens a new shard if the last one is too old, and forgets what is too old.</summary>
    public TableStream Add(StreamRecord record)
    {
        var shards = Shards;
        var place = shards.FindIndex(shard => shard.Last is null || record.Sequence <= shard.Last);
        var shard = shards[place];
        if (!shard.IsClosed && record.Time - shard.Opened >= ShardLifetime)
        {
            shards = shards.SetItem(place, shard with { Last = record.Sequence - 1 });
            shard = StreamShard.Open(record.Time, record.Sequence, shard.Id);
            shards = shards.Add(shard);
            place++;
        }

        shards = shards.SetItem(place, shard with { Records = shard.Records.Add(record) });
        return (this with { Shards = shards, Next = Math.Max(Next, record.Sequence + 1) }).Trim(record.Time);
    }

    /// <summary>The stream with the records that an earlier state of it has.</summary>
    public TableStream WithRecordsOf(TableStream earlier) => this with
    {
        Shards = [.. Shards.Select(shard =>
            shard with { Records = earlier.Shards.Find(other => other.Id == shard.Id)?.Records ?? RecordList.Empty })],
    };

    /// <summary>The last sequence number that a shard has reached.</summary>
    public long LastOf(StreamShard shard) => shard.Last ?? Next - 1;

    /// <summary>
    /// The sequence number of the oldest available record of a shard; the number after its last one if all are too old. The numbers of a
    /// stream have no gaps, so every lower number of the shard belongs to a record that is too old.
    /// </summary>
    public long OldestOf(StreamShard shard, DateTimeOffset now)
    {
        var place = shard.Records.IndexSince(Horizon(now));
        return place < shard.Records.Count ? shard.Records[place].Sequence : LastOf(shard) + 1;
    }

    /// <summary>The shards that a request can see: a closed shard disappears once all that it can have held is too old.</summary>
    public IEnumerable<StreamShard> Visible(DateTimeOffset now) =>
        Shards.Where((_, i) => i == Shards.Count - 1 || Shards[i + 1].Opened >= Horizon(now));

    /// <summary>The stream after it was disabled: its last shard is closed.</summary>
    public TableStream Disable(DateTimeOffset now) =>
        this with { Disabled = now, Shards = Shards.SetItem(Shards.Count - 1, Shards[^1] with { Last = Next - 1 }) };

    /// <summary>The stream without records that are too old, and without shards that held nothing else.</summary>
    public TableStream Trim(DateTimeOffset now)
    {
        var horizon = Horizon(now);
        var shards = Shards;
        for (var i = 0; i < shards.Count; i++)
        {
            var kept = shards[i].Records.DropBefore(horizon);
            if (!ReferenceEquals(kept, shards[i].Records))
                shards = shards.SetItem(i, shards[i] with { Records = kept });
            if (kept.Count > 0)
                break;
        }

        // A shard was closed when its child was opened.
        while (shards.Count > 1 && shards[0].Records.Count == 0 && shards[1].Opened < horizon)
            shards = shards.RemoveAt(0);
        return ReferenceEquals(shards, Shards) ? this : this with { Shards = shards };
    }
}
