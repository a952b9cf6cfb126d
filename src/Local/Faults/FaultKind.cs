namespace DynamoToolkit.Local;

/// <summary>What an injected fault does to a request.</summary>
public enum FaultKind
{
    /// <summary>The request takes longer, and is then answered.</summary>
    Latency,

    /// <summary>The request is refused with <c>ProvisionedThroughputExceededException</c>. Nothing is done.</summary>
    Throttle,

    /// <summary>The request is refused with <c>InternalServerError</c>, status 500. Nothing is done.</summary>
    InternalError,

    /// <summary>The connection is dropped before the request is read. Nothing is done.</summary>
    RefusedConnection,

    /// <summary>The request is done, and the connection is dropped before the answer is sent.</summary>
    LostAnswer,

    /// <summary>
    /// An item of a batch comes back as unprocessed. Affects BatchGetItem and BatchWriteItem. If it strikes all items of a batch, the
    /// request fails with <c>ProvisionedThroughputExceededException</c>, as in the service.
    /// </summary>
    Unprocessed,

    /// <summary>
    /// An action of a transaction conflicts with another transaction, and the transaction is cancelled with that reason. A put, update or
    /// delete fails with <c>TransactionConflictException</c>. Nothing is done.
    /// </summary>
    TransactionConflict,
}
