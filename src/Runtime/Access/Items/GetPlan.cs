using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Everything that a get asks for.</summary>
/// <param name="Table">The table.</param>
/// <param name="Model">The model of the item type.</param>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value, or none.</param>
internal readonly record struct GetPlan(TableHandle Table, TableModel Model, KeyValue Partition, KeyValue Sort)
{
    /// <summary>The attributes to read; empty means all.</summary>
    public IReadOnlyList<string> Projection { get; init; } = [];

    public bool IsConsistent { get; init; }

    public bool IncludesExpired { get; init; }

    public CapacityDetail Capacity { get; init; }

    public ItemIdentity Identity => new(Table.Name, Partition, Sort);

    /// <summary>The attribute by which the item expires, if that counts.</summary>
    public string? TimeToLive => IncludesExpired ? null : Model.TimeToLiveAttribute;

    /// <summary>Why the get can't be in a batch, or null.</summary>
    public string? BatchObstacle =>
        IsConsistent ? "it asks for a consistent read, which a batch does of all its items or none; ask by BatchGetAsync's consistentRead"
        : Capacity is not CapacityDetail.None ? "it asks for the capacity that it uses, which DynamoDB tells for a batch as a whole; ask by BatchGetAsync's capacity"
        : null;

    /// <summary>Why the get can't be in a transaction, or null. A transaction's reads are consistent anyway.</summary>
    public string? TransactionObstacle =>
        Capacity is CapacityDetail.None ? null
        : "it asks for the capacity that it uses, which DynamoDB tells for a transaction as a whole; hand the gets over as a list, and ask by TransactGetAsync's capacity";

    public void WriteKey(ref ItemWriter writer) => Model.WriteKey(ref writer, Partition, Sort);

    /// <summary>Writes the request of a get that is executed alone.</summary>
    public void WriteRequest(WireBuffer body)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        WriteTarget(ref writer);
        if (IsConsistent)
            writer.WriteRaw(",\"ConsistentRead\":true"u8);
        RequestText.WriteProjection(ref writer, context, Projection);
        context.WriteMembers(ref writer);
        RequestText.WriteCapacity(ref writer, Capacity);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

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

    private void WriteTarget(ref ItemWriter writer)
    {
        writer.WriteRaw(Table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        WriteKey(ref writer);
    }
}
