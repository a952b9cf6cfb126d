using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>
/// Sends a transaction of this pattern, with one token however often it is sent. While other transactions work on its items, or the service
/// throttles it, nothing was written, and the same request goes again after a wait.
/// </summary>
internal static class VersionTransaction
{
    /// <summary>Sends the operations until the service executes them, or refuses them for good.</summary>
    /// <exception cref="TransactWriteCanceledException">The service refused them.</exception>
    public static async Task<TransactWriteResult> SendAsync(
        ClientContext client, IReadOnlyList<IWriteOperation> operations, CapacityDetail capacity, CancellationToken cancellationToken)
    {
        var options = new TransactWriteOptions
        {
            ClientRequestToken = Guid.NewGuid().ToString("N"),
            ReturnConsumedCapacity = capacity,
        };
        var backoff = new Backoff(client);
        while (true)
        {
            try
            {
                return await Transactions.WriteAsync(client, operations, options, cancellationToken).ConfigureAwait(false);
            }
            catch (TransactWriteCanceledException canceled) when (IsPassing(canceled) && !backoff.IsExhausted)
            {
                // Nothing was written. Wait, and send the same again.
            }

            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The version that a current version 0 is the copy of; null if there is none.</summary>
    public static long? LatestOf(VersionModel versions, Dictionary<string, AttributeValue>? current) =>
        current?.GetValueOrDefault(versions.LatestVersionAttributeName) is { N: { } number }
            && long.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    /// <summary>
    /// Whether the same transaction may succeed, or fail for a reason that is known, a moment later: no reason is one that stays, except
    /// that a condition may have failed on an item while another one was busy.
    /// </summary>
    private static bool IsPassing(TransactWriteCanceledException canceled) =>
        canceled.Failures.Any(static failure => IsPassing(failure.Reason))
        && canceled.Failures.All(static failure =>
            IsPassing(failure.Reason) || failure.Reason is TransactWriteFailureReason.ConditionalCheckFailed);

    private static bool IsPassing(TransactWriteFailureReason reason) => reason is TransactWriteFailureReason.TransactionConflict
        or TransactWriteFailureReason.ThrottlingError or TransactWriteFailureReason.ProvisionedThroughputExceeded;
}
