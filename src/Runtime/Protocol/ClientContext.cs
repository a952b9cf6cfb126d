using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>What requests need of the client that they come from: what sends them, the clock, and how long a batch goes on.</summary>
/// <param name="Transport">Sends the requests.</param>
/// <param name="Time">The clock: what has expired, and how long to wait.</param>
internal sealed record ClientContext(IDynamoTransport Transport, TimeProvider Time)
{
    /// <summary>How many requests of a batch may bring no progress, one after the other, before the batch ends.</summary>
    public required int BatchAttempts { get; init; }

    /// <summary>Returns a random number from 0 to below 1: the share of its longest time that a batch waits.</summary>
    public required Func<double> Jitter { get; init; }

    /// <summary>The key that page tokens are signed with, if there is one.</summary>
    public byte[]? PageTokenKey { get; init; }

    /// <summary>How often a write or transaction goes again after a conflict with another transaction.</summary>
    public required int MaxConflictRetries { get; init; }

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, MaxConflictRetries, cancellationToken);

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, int maxConflictRetries, CancellationToken cancellationToken) =>
        maxConflictRetries > 0 && ConflictRetry.CanConflict(request.Operation)
            ? ConflictRetry.SendAsync(this, request, maxConflictRetries, cancellationToken)
            : Transport.SendAsync(request, cancellationToken);
}
