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
    private protected ExecutableWrite(WriteRequest request)
        : base(request)
    {
    }

    /// <summary>Returns the capacity that the write used: <see cref="ItemResult{T}.ConsumedCapacity"/>.</summary>
    public TSelf ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total)
    {
        Request.Capacity = detail;
        return Self;
    }

    /// <summary>
    /// Returns the size of the item collection: <see cref="ItemResult{T}.ItemCollectionMetrics"/>. Only tables with local indexes have it.
    /// </summary>
    public TSelf ReturnItemCollectionMetrics()
    {
        Request.ReturnsCollectionMetrics = true;
        return Self;
    }

    /// <summary>Returns the item as it was before the write.</summary>
    public TSelf ReturnOld() => Return(ReturnedItem.Old);

    /// <summary>Sends the write.</summary>
    /// <returns>The item before or after the write, and the metrics, each if the write asked for it.</returns>
    /// <exception cref="Amazon.DynamoDBv2.Model.ConditionalCheckFailedException">The condition did not hold.</exception>
    /// <exception cref="InvalidOperationException">An update returns only the changed attributes, which are not a whole item.</exception>
    public Task<ItemResult<T>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        if (Request.Returned is ReturnedItem.UpdatedOld or ReturnedItem.UpdatedNew)
        {
            throw new InvalidOperationException(
                "The update returns only the changed attributes, which are not a whole item. " +
                "Use ExecuteAsync<TPart>() with a type that has those attributes, or ReturnNew().");
        }

        return SendAsync<T>(cancellationToken);
    }

    /// <summary>Returns the request that <c>ExecuteAsync</c> would send, for debugging. It sends nothing.</summary>
    public RequestPreview Preview()
    {
        using var body = WireBuffer.Rent();
        if (Request.Companions() is { Count: > 0 } companions)
        {
            WriteGroup.Write(body, Request, [Request, .. companions]);
            return new RequestPreview(DynamoOperation.TransactWriteItems, body);
        }

        Request.Write(body);
        return new RequestPreview(Request.Operation, body);
    }

    private protected async Task<ItemResult<TPart>> SendAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart> =>
        ItemResult<TPart>.Of(await Request.SendAsync<TPart>(cancellationToken).ConfigureAwait(false));

    private protected TSelf Return(ReturnedItem returned)
    {
        Request.Returned = returned;
        return Self;
    }
}
