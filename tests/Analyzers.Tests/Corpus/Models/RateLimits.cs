using System;
using DynamoToolkit;

namespace Corpus.RateLimits;

/// <summary>How many calls a client has made in a window of a minute.</summary>
[DynamoTable("rate-limits")]
[PartitionKey("CLIENT#{ClientId}"), SortKey("WINDOW#{Window}")]
public sealed partial class CallWindow
{
    public required string ClientId { get; init; }

    public required long Window { get; init; }

    public int Calls { get; set; }

    [TimeToLive]
    public long? ExpiresAt { get; set; }
}

/// <summary>The answer to a request that must not happen twice.</summary>
[DynamoTable("idempotency")]
public sealed partial record IdempotentAnswer([PartitionKey] string RequestKey)
{
    public int StatusCode { get; init; }

    public byte[]? Body { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}
