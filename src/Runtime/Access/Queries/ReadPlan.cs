using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Everything that a query or scan asks for, apart from where its next page begins.</summary>
internal sealed record ReadPlan
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

    /// <summary>What keeps the read to its item type.</summary>
    public Condition? Kind { get; init; }

    public Condition? Filter { get; init; }

    public IReadOnlyList<string> Projection { get; init; } = [];

    public bool IsDescending { get; init; }

    public bool IsConsistent { get; init; }

    public bool IncludesExpired { get; init; }

    public int? Limit { get; init; }

    public int? PageSize { get; init; }

    public CapacityDetail Capacity { get; init; }

    /// <summary>What is called with the capacity that each response tells.</summary>
    public Action<ConsumedCapacity>? CapacityUsed { get; init; }

    public int Segment { get; init; }

    public int Segments { get; init; } = 1;

    /// <summary>How many segments are read at once.</summary>
    public int Degree { get; init; } = 1;

    public bool IsCount { get; init; }

    public DynamoOperation Operation => Key is null ? DynamoOperation.Scan : DynamoOperation.Query;

    /// <summary>
    /// Whether a page may be expected to hold far fewer items than it read. In a query, also of an index, most items are of the type that is asked for.
    /// </summary>
    public bool IsSelective => Filter is not null || (Kind is not null && Key is null);

    /// <summary>Whether expired items must be left out here, because a filter cannot name a key of what is queried.</summary>
    public bool ChecksExpiry => !IncludesExpired && Key is not null && TimeToLive is { } attribute && IsKey(attribute);

    /// <summary>The key attributes that say where a page ends.</summary>
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

    /// <summary>A plan for each of the segments that are read at once.</summary>
    public IEnumerable<ReadPlan> Parts()
    {
        if (Segments > 1)
            throw new InvalidOperationException("A scan is either one segment or reads all of them in parallel: use Segment() or InParallel(), not both.");

        var part = this with { Segments = Degree, Degree = 1, CapacityUsed = OneAtATime(CapacityUsed) };
        return Enumerable.Range(0, Degree).Select(segment => part with { Segment = segment });
    }

    /// <summary>Writes the request for one page.</summary>
    public void WriteRequest(WireBuffer body, ReadOnlySpan<byte> startKey, int? limit)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        WriteTarget(ref writer, context);
        if (CombinedFilter() is { } filter)
            RequestText.WriteExpression(ref writer, context, ",\"FilterExpression\":\""u8, "filter", filter);
        if (IsCount)
            writer.WriteRaw(",\"Select\":\"COUNT\""u8);
        else
            RequestText.WriteProjection(ref writer, context, Projection);
        context.WriteMembers(ref writer);
        if (IsConsistent)
            writer.WriteRaw(",\"ConsistentRead\":true"u8);
        if (limit is { } most)
            WriteInteger(ref writer, ",\"Limit\":"u8, most);
        RequestText.WriteCapacity(ref writer, Capacity);
        if (!startKey.IsEmpty)
        {
            writer.WriteRaw(",\"ExclusiveStartKey\":"u8);
            writer.WriteRaw(startKey);
        }

        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Writes what a page token is bound to: the table, the index, the key condition, the order and the segment.</summary>
    public void WriteBinding(WireBuffer buffer)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(buffer);
        WriteTarget(ref writer, context);
        context.WriteMembers(ref writer);
        writer.Flush();
    }

    private static Action<ConsumedCapacity>? OneAtATime(Action<ConsumedCapacity>? used)
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

    private static void WriteInteger(ref ItemWriter writer, ReadOnlySpan<byte> member, int number)
    {
        writer.WriteRaw(member);
        ExpressionText.WriteInteger(ref writer, number);
    }

    private void WriteTarget(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(Table.Opening);
        if (Index is not null)
        {
            writer.WriteRaw(",\"IndexName\":"u8);
            writer.WriteJsonString(Index.Name);
        }

        Key?.Write(ref writer, context);
        if (IsDescending)
            writer.WriteRaw(",\"ScanIndexForward\":false"u8);
        if (Segments == 1)
            return;

        WriteInteger(ref writer, ",\"Segment\":"u8, Segment);
        WriteInteger(ref writer, ",\"TotalSegments\":"u8, Segments);
    }

    private Condition? CombinedFilter()
    {
        var filter = Kind is not null && Filter is not null ? Kind & Filter : Kind ?? Filter;
        if (IncludesExpired || ChecksExpiry || TimeToLive is not { } attribute)
            return filter;

        return Condition.Both(filter, Expiry.Filter(attribute, Table.Time));
    }
}
