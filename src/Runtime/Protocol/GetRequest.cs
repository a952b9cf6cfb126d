using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>A read of one item by its key, as any type: alone, or as part of a batch or a transaction.</summary>
internal abstract class GetRequest
{
    protected GetRequest(TableHandle table, TableModel model, KeyValue partition, KeyValue sort)
    {
        Table = table;
        Model = model;
        Partition = partition;
        Sort = sort;
    }

    protected GetRequest(GetRequest other)
        : this(other.Table, other.Model, other.Partition, other.Sort)
    {
        IsConsistent = other.IsConsistent;
        IncludesExpired = other.IncludesExpired;
        Capacity = other.Capacity;
    }

    public TableHandle Table { get; }

    public TableModel Model { get; }

    /// <summary>The attributes to read; empty means all.</summary>
    public IReadOnlyList<string> Projection { get; init; } = [];

    public bool IsConsistent { get; set; }

    public bool IncludesExpired { get; set; }

    public CapacityDetail Capacity { get; set; }

    public ItemIdentity Identity => new(Table.Name, Partition, Sort);

    /// <summary>Why the get cannot be in a batch, or null if it can.</summary>
    public string? BatchObstacle =>
        IsConsistent ? "it requests a consistent read, which a batch does for all of its items or none; use BatchGetOptions"
        : Capacity is not CapacityDetail.None
            ? "it requests consumed capacity, which DynamoDB reports for a batch as a whole; use BatchGetOptions"
        : null;

    /// <summary>Why the get cannot be in a transaction, or null if it can. A transaction's reads are always consistent.</summary>
    public string? TransactionObstacle =>
        Capacity is CapacityDetail.None ? null
        : "it requests consumed capacity, which DynamoDB reports for a transaction as a whole; use TransactGetOptions";

    /// <summary>The partition key under which the other generation of write shards has the item; the default value for none.</summary>
    protected KeyValue OtherPartition => ShardAddress.Other(Model, Partition, Sort);

    protected KeyValue Partition { get; }

    protected KeyValue Sort { get; }

    /// <summary>The attribute by which the item expires, if the read hides expired items.</summary>
    protected string? TimeToLive => IncludesExpired ? null : Model.TimeToLiveAttribute;

    /// <summary>The same read at the address of the other generation of write shards; null if the item can't be there.</summary>
    public abstract GetRequest? AtOther();

    /// <summary>Reads the item alone, at both addresses; null if it does not exist or has expired.</summary>
    /// <param name="isConsistent">Whether to read the result of the latest write.</param>
    /// <param name="detail">How much detail of the consumed capacity to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask<(object? Item, ConsumedCapacity? Capacity)> ReadAloneAsync(
        bool isConsistent, CapacityDetail detail, CancellationToken cancellationToken);

    /// <summary>Reads the item before which the cursor stands; null if it has expired.</summary>
    public abstract object? ReadItem(ref JsonCursor cursor);

    /// <summary>Writes the key as a map.</summary>
    public void WriteKey(ref ItemWriter writer) => Model.WriteKey(ref writer, Partition, Sort);

    /// <summary>Writes <c>{"Get":{…}}</c>, with names of its own.</summary>
    public void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        context.Clear();
        writer.WriteRaw("{\"Get\":"u8);
        WriteTarget(ref writer);
        RequestText.WriteProjection(ref writer, context, Projection);
        context.WriteMembers(ref writer);
        writer.WriteRaw("}}"u8);
    }

    /// <summary>Writes <c>{"TableName":"…","Key":{…}</c>.</summary>
    protected void WriteTarget(ref ItemWriter writer)
    {
        writer.WriteRaw(Table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        WriteKey(ref writer);
    }
}
