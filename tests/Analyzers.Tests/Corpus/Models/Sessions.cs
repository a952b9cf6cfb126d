using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Sessions;

/// <summary>A session of a browser, found by a random id and forgotten when it ends.</summary>
[DynamoTable("sessions")]
[GlobalIndex("byUser", "{UserId}", "{StartedAt}", Projection = IndexProjection.KeysOnly)]
public sealed partial class Session
{
    [PartitionKey]
    public required string SessionId { get; init; }

    public string? UserId { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    public Dictionary<string, string> Data { get; set; } = [];

    [TimeToLive]
    public required DateTimeOffset EndsAt { get; set; }
}

/// <summary>A refresh token. A used token stays until it would have expired, so that a second use is seen.</summary>
[DynamoTable("refresh-tokens")]
[GlobalIndex("byFamily", "FAMILY#{Family}")]
public sealed partial record RefreshToken([PartitionKey] string Hash, Guid Family)
{
    public required string UserId { get; init; }

    public bool IsUsed { get; init; }

    [TimeToLive]
    public required DateTimeOffset ExpiresAt { get; init; }
}
