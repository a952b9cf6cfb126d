namespace DynamoToolkit.Transport;

/// <summary>One request on its way to DynamoDB: an operation and its JSON body, ready to send.</summary>
/// <param name="Operation">The operation to call.</param>
/// <param name="Body">The UTF-8 JSON body. It stays the caller's: a transport reads it, also again for a retry, until the call's task has ended.</param>
/// <param name="TableName">The one table that the request names, for telemetry and endpoint rules; null where it names none or several.</param>
public readonly record struct DynamoRequest(DynamoOperation Operation, ReadOnlyMemory<byte> Body, string? TableName);
