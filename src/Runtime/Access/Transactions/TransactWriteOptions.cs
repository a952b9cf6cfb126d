namespace DynamoToolkit;

/// <summary>Options of a transaction that writes.</summary>
public sealed record TransactWriteOptions
{
    /// <summary>
    /// Makes the transaction idempotent: the service runs it once, however often it comes with this token within ten minutes. If it is null, each
    /// call gets its own token, so that the transport's retries are safe. 1 to 36 characters.
    /// </summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>
    /// How often to try again, after a random wait, if other transactions were at the items and nothing else is wrong. Such a transaction
    /// wrote nothing and is sent again as it was, with its token. If it is null, <see cref="DynamoClientOptions.MaxConflictRetries"/>.
    /// </summary>
    public int? MaxConflictRetries { get; init; }

    /// <summary>What the result reports of the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }

    /// <summary>Reports the sizes of the item collections that were written to, of tables with local indexes.</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}
