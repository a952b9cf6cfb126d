using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What puts, updates and deletes have in common: they can be executed alone.</summary>
/// <typeparam name="TSelf">The operation itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type.</typeparam>
public abstract class ExecutableWrite<TSelf, T> : WriteBuilder<TSelf, T>
    where TSelf : ExecutableWrite<TSelf, T>
    where T : IItem<T>
{
    private CapacityDetail capacity;
    private bool returnsCollectionMetrics;

    private protected ExecutableWrite(TableHandle table)
        : base(table)
    {
    }

    /// <summary>What the response holds of the item.</summary>
    private protected ReturnedItem Returned { get; set; }

    private protected override string? TransactionObstacle =>
        Returned is not ReturnedItem.None ? "it asks for the item back, and transactions return none; read it in the same or a second transaction"
        : MetricsObstacle is { } obstacle ? $"{obstacle} for all operations of a transaction together; ask by TransactWriteOptions"
        : null;

    private protected override string? BatchObstacle =>
        Returned is not ReturnedItem.None ? "it asks for the item back, and batches return none; execute it alone"
        : MetricsObstacle is { } obstacle ? $"{obstacle} for all operations of a batch together; ask by BatchWriteOptions"
        : base.BatchObstacle;

    private string? MetricsObstacle =>
        capacity is not CapacityDetail.None ? "it asks for the capacity that it uses, which DynamoDB tells"
        : returnsCollectionMetrics ? "it asks for the size of its item collection, which DynamoDB tells"
        : null;

    private protected abstract DynamoOperation Operation { get; }

    /// <summary>Has the response tell the capacity that the write used; see <see cref="ExecuteWithMetricsAsync"/>.</summary>
    public TSelf ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total)
    {
        capacity = detail;
        return Self;
    }

    /// <summary>Has the response tell the size of the item collection; see <see cref="ExecuteWithMetricsAsync"/>.</summary>
    public TSelf ReturnItemCollectionMetrics()
    {
        returnsCollectionMetrics = true;
        return Self;
    }

    /// <summary>Sends the write.</summary>
    /// <returns>The item as it was or is, where the write asked for it and there is one; otherwise the default value.</returns>
    /// <exception cref="Amazon.DynamoDBv2.Model.ConditionalCheckFailedException">The condition did not hold.</exception>
    public async Task<T?> ExecuteAsync(CancellationToken cancellationToken = default) =>
        (await ExecuteWithMetricsAsync(cancellationToken).ConfigureAwait(false)).Item;

    /// <summary>Sends the write, and returns with the item what was asked for of capacity and collection size.</summary>
    public Task<WriteResult<T>> ExecuteWithMetricsAsync(CancellationToken cancellationToken = default)
    {
        if (Returned is ReturnedItem.UpdatedOld or ReturnedItem.UpdatedNew)
            throw new InvalidOperationException("An update that returns only the changed attributes does not return a whole item. Use ExecuteAsync<TPart>() or ExecuteWithMetricsAsync<TPart>() with a type that has those attributes, or ReturnNew().");

        return ExecutePartAsync<T>(cancellationToken);
    }

    private protected async Task<WriteResult<TPart>> ExecutePartAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        using var body = WireBuffer.Rent();
        WriteRequest(body);
        using var response = await Table.SendAsync(Operation, body, cancellationToken).ConfigureAwait(false);
        return WriteResponse.Read<TPart>(response.WrittenSpan);
    }

    /// <summary>Writes the members between the table's name and the condition: the item, or the key with the update.</summary>
    private protected abstract void WriteContent(ref ItemWriter writer, ExpressionContext context);

    private protected override void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        context.Clear();
        writer.WriteRaw(Table.Opening);
        WriteContent(ref writer, context);
        WriteConditionAndContext(ref writer, context);
        writer.WriteRaw("}"u8);
    }

    private void WriteRequest(WireBuffer body)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw(Table.Opening);
        WriteContent(ref writer, context);
        WriteConditionAndContext(ref writer, context);
        RequestText.WriteReturnValues(ref writer, Returned);
        RequestText.WriteCapacity(ref writer, capacity);
        RequestText.WriteCollectionMetrics(ref writer, returnsCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
