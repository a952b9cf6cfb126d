namespace DynamoToolkit.Transport;

/// <summary>One request on its way to DynamoDB: an operation and its JSON body, ready to send, and what telemetry wants to know about it.</summary>
public readonly record struct DynamoRequest
{
    private readonly string? tableName;
    private readonly IReadOnlyList<string>? tableNames;

    /// <summary>Makes a request that names one table or none.</summary>
    /// <param name="operation">The operation to call.</param>
    /// <param name="body">The UTF-8 JSON body.</param>
    /// <param name="tableName">The table that the request names, or null where it names none.</param>
    public DynamoRequest(DynamoOperation operation, ReadOnlyMemory<byte> body, string? tableName)
    {
        Operation = operation;
        Body = body;
        this.tableName = tableName;
    }

    /// <summary>Makes the request of a batch or transaction.</summary>
    /// <param name="operation">The operation to call.</param>
    /// <param name="body">The UTF-8 JSON body.</param>
    /// <param name="tableNames">The tables that the request names, each once.</param>
    /// <param name="itemCount">How many items the request reads, writes or checks.</param>
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

    /// <summary>The UTF-8 JSON body. It stays the caller's: a transport reads it, and reads it again for a retry, until the call's task has ended.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The one table that the request names, for telemetry and endpoint rules; null where it names none or several.</summary>
    public string? TableName => tableName;

    /// <summary>All tables that the request names, each once.</summary>
    public IReadOnlyList<string> TableNames => tableNames ?? (tableName is null ? [] : [tableName]);

    /// <summary>How many items a batch or transaction reads, writes or checks; 0 for other operations.</summary>
    public int ItemCount { get; init; }

    /// <summary>Whether the request asks for the capacity that it uses, so that the response is worth looking through for it.</summary>
    public bool ReturnsConsumedCapacity { get; init; }
}
