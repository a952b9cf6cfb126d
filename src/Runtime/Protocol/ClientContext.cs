using System.Collections.Concurrent;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>What requests need from their client: the transport, the clock, and how long a batch continues.</summary>
/// <param name="Transport">Sends the requests.</param>
/// <param name="Time">The clock. It decides what has expired and measures waits.</param>
internal sealed record ClientContext(IDynamoTransport Transport, TimeProvider Time)
{
    /// <summary>How many requests of a batch in a row may make no progress before the batch ends.</summary>
    public required int BatchAttempts { get; init; }

    /// <summary>Returns a random number from 0 up to but excluding 1: a batch waits this fraction of its longest delay.</summary>
    public required Func<double> Jitter { get; init; }

    /// <summary>The key that signs page tokens, if there is one.</summary>
    public byte[]? PageTokenKey { get; init; }

    /// <summary>How often a write or transaction goes again after a conflict with another transaction.</summary>
    public required int MaxConflictRetries { get; init; }

    /// <summary>How long items are kept, by the names of policies.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Retention { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>The item types that are used, by table.</summary>
    public TableTypes Types { get; } = new();

    /// <summary>The trigram indexes that a worker keeps and that are complete enough for searches, with the time of that reading.</summary>
    public ConcurrentDictionary<(string Table, string Index, Type ItemType), long> SearchableIndexes { get; } = new();

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, new ConflictRetries(MaxConflictRetries), cancellationToken);

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, ConflictRetries retries, CancellationToken cancellationToken) =>
        retries.Max > 0 && ConflictRetry.CanConflict(request.Operation)
            ? ConflictRetry.SendAsync(this, request, retries, cancellationToken)
            : Transport.SendAsync(request, cancellationToken);
}
