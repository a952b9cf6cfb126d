using DynamoToolkit.Transport.Telemetry;

namespace DynamoToolkit.Transport;

/// <summary>A request to DynamoDB: an operation and its JSON body, ready to send, with the facts that telemetry records about it.</summary>
public readonly record struct DynamoRequest
{
    private readonly string? tableName;
    private readonly IReadOnlyList<string>? tableNames;

    /// <summary>Creates a request that names one table or none.</summary>
    /// <param name="operation">The operation to call.</param>
    /// <param name="body">The UTF-8 JSON body.</param>
    /// <param name="tableName">The table that the request names, or null if it names none.</param>
    public DynamoRequest(DynamoOperation operation, ReadOnlyMemory<byte> body, string? tableName)
    {
        Operation = operation;
        Body = body;
        this.tableName = tableName;
    }

    /// <summary>Creates the request of a batch or transaction.</summary>
    /// <param name="operation">The operation to call.</param>
    /// <param name="body">The UTF-8 JSON body.</param>
    /// <param name="tableNames">The tables that the request names, each once.</param>
    /// <param name="itemCount">The number of items that the request reads, writes or checks.</param>
    public DynamoRequest(DynamoOperation operation, ReadOnlyMemory<byte> body, IReadOnlyList<string> tableNames, int itemCount)
    {
        ArgumentNullException.ThrowIfNull(tableNames);
        Operation = operation;
        Body = body;
        tableName = tableNames is [var one] ? one : null;
        this.tableNames = tableNames;
        ItemCount = itemCount;
    }

    /// <summary>The operation to call.</summary>
    public DynamoOperation Operation { get; }

    /// <summary>
    /// The UTF-8 JSON body. The caller owns it: a transport may read it, also for retries, until the call's task has ended.
    /// </summary>
    /// <remarks>
    /// A transport that changes the body and passes the request on to another one sends <c>request with { Body = … }</c>. A new request
    /// instead would be a call of its own to telemetry.
    /// </remarks>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The one table that the request names, for telemetry and endpoint rules; null if it names none or several.</summary>
    public string? TableName => tableName;

    /// <summary>All tables that the request names, each once.</summary>
    public IReadOnlyList<string> TableNames => tableNames ?? (tableName is null ? [] : [tableName]);

    /// <summary>The number of items that a batch or transaction reads, writes or checks; 0 for other operations.</summary>
    public int ItemCount { get; init; }

    /// <summary>Whether the request asks for consumed capacity, so that it is worth searching the response for it.</summary>
    public bool ReturnsConsumedCapacity { get; init; }

    /// <summary>What a transport reports to, if something above it observes the call; null if the transport may observe it.</summary>
    internal CallReport? Report { get; init; }
}
