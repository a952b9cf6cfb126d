using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The parameters of a request for one page of a query or a scan.</summary>
internal readonly ref struct PageRequest
{
    public required TableHandle Table { get; init; }

    /// <summary>The name of the index to read, or null for the table.</summary>
    public string? IndexName { get; init; }

    /// <summary>The key condition of a query, or null for a scan.</summary>
    public KeyCondition? Key { get; init; }

    public Condition? Filter { get; init; }

    /// <summary>The attributes to read; empty means all.</summary>
    public IReadOnlyList<string> Projection { get; init; }

    public bool IsDescending { get; init; }

    public bool IsConsistent { get; init; }

    /// <summary>Whether the request only counts items.</summary>
    public bool IsCount { get; init; }

    /// <summary>The maximum number of items that the service evaluates.</summary>
    public int? Limit { get; init; }

    public CapacityDetail Capacity { get; init; }

    public int Segment { get; init; }

    public int Segments { get; init; }

    /// <summary>The key after which the page begins, as JSON; empty for the first page.</summary>
    public ReadOnlySpan<byte> StartKey { get; init; }

    /// <summary>Writes the request.</summary>
    public void Write(WireBuffer body)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        WriteTarget(ref writer, context);
        if (Filter is not null)
            RequestText.WriteExpression(ref writer, context, ",\"FilterExpression\":\""u8, "filter", Filter);
        if (IsCount)
            writer.WriteRaw(",\"Select\":\"COUNT\""u8);
        else
            RequestText.WriteProjection(ref writer, context, Projection);
        context.WriteMembers(ref writer);
        if (IsConsistent)
            writer.WriteRaw(",\"ConsistentRead\":true"u8);
        if (Limit is { } limit)
            RequestText.WriteInteger(ref writer, ",\"Limit\":"u8, limit);
        RequestText.WriteCapacity(ref writer, Capacity);
        if (!StartKey.IsEmpty)
        {
            writer.WriteRaw(",\"ExclusiveStartKey\":"u8);
            writer.WriteRaw(StartKey);
        }

        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>
    /// Writes the parameters to which a page token is bound: the table, the index, the key condition, the order and the segment.
    /// </summary>
    public void WriteBinding(WireBuffer buffer)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(buffer);
        WriteTarget(ref writer, context);
        context.WriteMembers(ref writer);
        writer.Flush();
    }

    private void WriteTarget(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(Table.Opening);
        if (IndexName is not null)
        {
            writer.WriteRaw(",\"IndexName\":"u8);
            writer.WriteJsonString(IndexName);
        }

        if (Key is null)
            Scan.WriteTarget(ref writer, Segment, Segments);
        else
            Query.WriteTarget(ref writer, context, Key, IsDescending);
    }
}
