using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>A write of one item: alone, or as a part of a batch or a transaction.</summary>
internal abstract class WriteRequest(TableHandle table)
{
    public TableHandle Table { get; } = table;

    /// <summary>What the item type says about its table.</summary>
    public abstract TableModel Model { get; }

    /// <summary>The item's key.</summary>
    public abstract ItemIdentity Identity { get; }

    public Condition? Condition { get; set; }

    /// <summary>Whether a failed condition answers with the item as it is.</summary>
    public bool ReturnsItemOnFailure { get; set; }

    /// <summary>What the response holds of the item.</summary>
    public ReturnedItem Returned { get; set; }

    public CapacityDetail Capacity { get; set; }

    public bool ReturnsCollectionMetrics { get; set; }

    /// <summary>Why the write can't be in a batch, or null.</summary>
    public string? BatchObstacle =>
        Returned is not ReturnedItem.None ? "it asks for the item back, and batches return none; execute it alone"
        : MetricsObstacle is { } obstacle ? $"{obstacle} for all operations of a batch together; ask by BatchWriteOptions"
        : KindObstacle ?? (Condition is null ? null : "it has a condition, and batches take none; use a transaction, or execute it alone");

    /// <summary>Why the write can't be in a transaction, or null.</summary>
    public virtual string? TransactionObstacle =>
        Returned is not ReturnedItem.None ? "it asks for the item back, and transactions return none; read it in the same or a second transaction"
        : MetricsObstacle is { } obstacle ? $"{obstacle} for all operations of a transaction together; ask by TransactWriteOptions"
        : null;

    /// <summary>The operation that executes the write alone.</summary>
    protected abstract DynamoOperation Operation { get; }

    /// <summary>What a batch has against this kind of write, or null.</summary>
    protected virtual string? KindObstacle => null;

    private string? MetricsObstacle =>
        Capacity is not CapacityDetail.None ? "it asks for the capacity that it uses, which DynamoDB reports"
        : ReturnsCollectionMetrics ? "it asks for the size of its item collection, which DynamoDB reports"
        : null;

    /// <summary>Returns how many bytes the item has of what the write stores, as DynamoDB counts them. Writes it all once more: call it only where it matters.</summary>
    public virtual int CountStored() => 0;

    /// <summary>Writes <c>{"Put":{…}}</c>, <c>{"Update":{…}}</c>, <c>{"Delete":{…}}</c> or <c>{"ConditionCheck":{…}}</c>.</summary>
    public void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        context.Clear();
        writer.WriteRaw(TransactOpening);
        WriteCommon(ref writer, context);
        writer.WriteRaw("}}"u8);
    }

    /// <summary>Writes <c>{"PutRequest":{…}}</c> or <c>{"DeleteRequest":{…}}</c>.</summary>
    public virtual void WriteBatchItem(ref ItemWriter writer) => throw new NotSupportedException($"{BatchObstacle}.");

    /// <summary>Executes the write alone.</summary>
    /// <typeparam name="TPart">The type that what comes back of the item is read as.</typeparam>
    public async Task<ItemResponse<TPart>> SendAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        using var body = WireBuffer.Rent();
        Write(body);
        using var response = await Table.SendAsync(Operation, body, Capacity, cancellationToken).ConfigureAwait(false);
        return ItemResponse<TPart>.Read(response.WrittenSpan, "Attributes"u8, timeToLive: null, Table.Time);
    }

    /// <summary>The beginning as a part of a transaction: <c>{"Put":</c>.</summary>
    protected abstract ReadOnlySpan<byte> TransactOpening { get; }

    /// <summary>Writes the members between the table's name and the condition: the item, or the key with the update.</summary>
    protected abstract void WriteContent(ref ItemWriter writer, ExpressionContext context);

    private void Write(WireBuffer body)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        WriteCommon(ref writer, context);
        RequestText.WriteReturnValues(ref writer, Returned);
        RequestText.WriteCapacity(ref writer, Capacity);
        RequestText.WriteCollectionMetrics(ref writer, ReturnsCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Writes what the write says alone and in a transaction, without the closing brace.</summary>
    private void WriteCommon(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(Table.Opening);
        WriteContent(ref writer, context);
        if (Condition is not null)
            RequestText.WriteExpression(ref writer, context, ",\"ConditionExpression\":\""u8, "condition", Condition);
        context.WriteMembers(ref writer);
        if (ReturnsItemOnFailure)
            writer.WriteRaw(",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""u8);
    }
}
