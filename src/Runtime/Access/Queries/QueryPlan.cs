using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;

namespace DynamoToolkit;

/// <summary>Everything that a query or scan asks for, except where its next page begins.</summary>
internal sealed record QueryPlan
{
    public required TableHandle Table { get; init; }

    public required TableModel Model
    {
        get;
        init
        {
            field = value;
            TimeToLive = value.TimeToLiveAttribute;
        }
    }

    /// <summary>The attribute by which items expire.</summary>
    public string? TimeToLive { get; init; }

    /// <summary>The index to read, or null for the table.</summary>
    public IndexModel? Index { get; init; }

    /// <summary>The key condition of a query; null makes it a scan.</summary>
    public KeyCondition? Key { get; init; }

    /// <summary>How many shards of a sharded key are read at the same time.</summary>
    public const int MaxShardsAtOnce = 16;

    /// <summary>The write shards of the key that a query reads; null if it is one key, or a scan.</summary>
    public WriteShardModel? Shards { get; init; }

    /// <summary>Whether the plan reads one of the shards.</summary>
    public bool IsOneShard { get; init; }

    /// <summary>Whether the plan reads all shards, and merges them.</summary>
    public bool IsSharded => Shards is not null && !IsOneShard;

    /// <summary>
    /// Whether no two items of the key have the same sort key, although they are in different shards: the shard is computed from it.
    /// </summary>
    public bool HasDistinctSortKeys => Index is null && Shards is { IsRandom: false };

    /// <summary>The partition key and the sort key of the table or index that a sharded query reads.</summary>
    public (KeyModel Partition, KeyModel? Sort) ReadKeys =>
        Index is null ? (Model.Partition, Model.Sort) : (Index.Partition[0], Index.Sort.Count > 0 ? Index.Sort[0] : null);

    /// <summary>The condition that limits the read to its item type.</summary>
    public Condition? Kind { get; init; }

    /// <summary>What keeps the read to its item type where the service cannot, or null if it can.</summary>
    public KeyCheck? Check { get; init; }

    public Condition? Filter { get; init; }

    /// <summary>Whether the read returns the copies of latest versions, and not the versions.</summary>
    public bool ReadsLatest { get; init; }

    /// <summary>Whether the read returns items of several types, which it tells apart, with their versions, here.</summary>
    public bool IsMixed { get; init; }

    public IReadOnlyList<string> Projection { get; init; } = [];

    public bool IsDescending { get; init; }

    public bool IsConsistent { get; init; }

    public bool IncludesExpired { get; init; }

    public int? Limit { get; init; }

    public int? PageSize { get; init; }

    public CapacityDetail Capacity { get; init; }

    /// <summary>The callback that gets the capacity of each response.</summary>
    public Action<ConsumedCapacity>? CapacityUsed { get; init; }

    public int Segment { get; init; }

    public int Segments { get; init; } = 1;

    /// <summary>How many segments are read at the same time.</summary>
    public int Degree { get; init; } = 1;

    public bool IsCount { get; init; }

    public DynamoOperation Operation => Key is null ? DynamoOperation.Scan : DynamoOperation.Query;

    /// <summary>
    /// Whether a page probably holds far fewer items than it read. In a query of a table or an index, most items are of the requested type.
    /// </summary>
    public bool IsSelective => Filter is not null || (Kind is not null && Key is null);

    /// <summary>
    /// Whether expired items must be left out here, because a filter cannot name a key of the table or index that is read.
    /// </summary>
    public bool ChecksExpiry => !IncludesExpired && Key is not null && TimeToLive is { } attribute && IsKey(attribute);

    /// <summary>The key attributes that identify where a page ends.</summary>
    public IEnumerable<KeyModel> PositionKeys
    {
        get
        {
            IEnumerable<KeyModel> keys = Model.Sort is { } sort ? [Model.Partition, sort] : [Model.Partition];
            return Index is null ? keys : keys.Concat(Index.Partition).Concat(Index.Sort).DistinctBy(key => key.AttributeName);
        }
    }

    /// <summary>Whether an attribute is a key of the table or index that is read.</summary>
    public bool IsKey(string attributeName) =>
        Index is not null ? Index.HasKey(attributeName) : Model.HasKey(attributeName);

    /// <summary>A plan for each of the segments that are read at the same time.</summary>
    public IEnumerable<QueryPlan> Parts()
    {
        if (Segments > 1)
        {
            throw new InvalidOperationException(
                "A scan reads either one segment or all segments in parallel. Use Segment() or InParallel(), not both.");
        }

        var part = this with { Segments = Degree, Degree = 1, CapacityUsed = OneAtATime(CapacityUsed) };
        return Enumerable.Range(0, Degree).Select(segment => part with { Segment = segment });
    }

    /// <summary>A plan for one of the shards.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="range">The range of sort keys to read.</param>
    public QueryPlan OfShard(int shard, SortKeyRange range) => this with
    {
        Key = Key!.ForShard(shard, range),
        IsOneShard = true,

        // An item that moves is in one of two shards. A read of a stale replica could miss it in both.
        IsConsistent = IsConsistent || (Index is null && Shards!.IsMoving),
    };

    /// <summary>Creates the request for one page.</summary>
    /// <param name="startKey">The key after which the page begins; empty for the first page.</param>
    /// <param name="limit">The most items to evaluate.</param>
    public PageRequest Request(ReadOnlySpan<byte> startKey, int? limit) => new()
    {
        Table = Table,
        IndexName = Index?.Name,
        Key = Key,
        Filter = CombinedFilter(),
        Projection = Projection,
        IsDescending = IsDescending,
        IsConsistent = IsConsistent,
        IsCount = IsCount,
        Limit = limit,
        Capacity = Capacity,
        Segment = Segment,
        Segments = Segments,
        StartKey = startKey,
    };

    /// <summary>A callback that several reads at the same time can call.</summary>
    public static Action<ConsumedCapacity>? OneAtATime(Action<ConsumedCapacity>? used)
    {
        if (used is null)
            return null;

        var gate = new Lock();
        return capacity =>
        {
            lock (gate)
                used(capacity);
        };
    }

    private Condition? CombinedFilter()
    {
        var filter = Kind is not null && Filter is not null ? Kind & Filter : Kind ?? Filter;
        if (!IsMixed && VersionFilter.Of(Model, Index, ReadsLatest) is { } versions)
            filter = Condition.Both(filter, versions);
        if (IncludesExpired || ChecksExpiry || TimeToLive is not { } attribute)
            return filter;

        return Condition.Both(filter, Expiry.Filter(attribute, Table.Time));
    }
}
