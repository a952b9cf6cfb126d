namespace DynamoToolkit;

/// <summary>Options of a transaction that writes.</summary>
public sealed record TransactWriteOptions
{
    /// <summary>
    /// Makes the transaction idempotent: the service runs it once, however often it arrives with this token within ten minutes. If it is
    /// null, each call gets its own token, so the transport's retries are safe. A token has 1 to 36 characters.
    /// </summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>
    /// How often to try again, after a random wait, if other transactions were working on the items and nothing else is wrong. Such a
    /// transaction wrote nothing, and is sent again unchanged, with its token. If this is null,
    /// <see cref="DynamoClientOptions.MaxConflictRetries"/> applies.
    /// </summary>
    public int? MaxConflictRetries { get; init; }

    /// <summary>How much the result reports about the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }

    /// <summary>Reports the sizes of the item collections that were written to. Only tables with local indexes have them.</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}
