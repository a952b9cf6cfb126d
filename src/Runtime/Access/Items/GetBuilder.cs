using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// What gets of whole items and gets of smaller types have in common: execute them alone, or pass them to transactions and batches.
/// </summary>
/// <typeparam name="TResult">The type that the item is read as.</typeparam>
public abstract class GetBuilder<TResult> : IGetOperation
    where TResult : IDynamoMap<TResult>
{
    private protected GetBuilder(GetItem<TResult> request) => Request = request;

    /// <inheritdoc/>
    public string TableName => Request.Table.Name;

    GetRequest IGetOperation.Request => Request;

    private protected GetItem<TResult> Request { get; }

    /// <summary>Sends the get.</summary>
    public async Task<ItemResult<TResult>> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ItemResult<TResult>.Of(await Request.SendAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Returns the request that <see cref="ExecuteAsync"/> would send, for debugging. It sends nothing.</summary>
    public RequestPreview Preview()
    {
        using var body = WireBuffer.Rent();
        Request.Write(body);
        return new RequestPreview(DynamoOperation.GetItem, body);
    }
}
