using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>A read of one item by its key, whatever it is read as: alone, or as a part of a batch or a transaction.</summary>
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

    /// <summary>Why the get can't be in a batch, or null.</summary>
    public string? BatchObstacle =>
        IsConsistent ? "it asks for a consistent read, which a batch does for all of its items or none; ask by BatchGetOptions"
        : Capacity is not CapacityDetail.None ? "it asks for the capacity that it uses, which DynamoDB reports for a batch as a whole; ask by BatchGetOptions"
        : null;

    /// <summary>Why the get can't be in a transaction, or null. A transaction's reads are consistent anyway.</summary>
    public string? TransactionObstacle =>
        Capacity is CapacityDetail.None ? null
        : "it asks for the capacity that it uses, which DynamoDB reports for a transaction as a whole; ask by TransactGetOptions";

    protected KeyValue Partition { get; }

    protected KeyValue Sort { get; }

    /// <summary>The attribute by which the item expires, if that counts.</summary>
    protected string? TimeToLive => IncludesExpired ? null : Model.TimeToLiveAttribute;

    /// <summary>Reads the item that the cursor is before; null where it has expired.</summary>
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
