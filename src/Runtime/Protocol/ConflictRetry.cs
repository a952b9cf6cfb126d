using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Sends a request again, later, if a transaction was at one of its items. The service has then written nothing, so that the same request,
/// with the same token, is safe to repeat.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html"/>
internal static class ConflictRetry
{
    /// <summary>
    /// Whether the operation can meet a transaction: single writes and transactions can. Other reads never do, and a batch returns such
    /// writes as unprocessed.
    /// </summary>
    public static bool CanConflict(DynamoOperation operation) => operation is DynamoOperation.PutItem or DynamoOperation.UpdateItem
        or DynamoOperation.DeleteItem or DynamoOperation.TransactWriteItems or DynamoOperation.TransactGetItems;

    public static async ValueTask<WireBuffer> SendAsync(
        ClientContext client, DynamoRequest request, int maxRetries, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(client);
        for (var retries = 0; ; retries++)
        {
            try
            {
                return await client.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (retries < maxRetries && IsConflict(error))
            {
                // Nothing was written. Wait, and send the same again.
            }

            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether conflicts are all that is wrong: a condition that does not hold fails the next time, too.</summary>
    private static bool IsConflict(Exception error) => error switch
    {
        TransactionConflictException => true,
        TransactionCanceledException { CancellationReasons: { } reasons } =>
            reasons.Exists(IsConflict) && reasons.TrueForAll(static reason => IsConflict(reason) || reason.Code is null or "None"),
        _ => false,
    };

    private static bool IsConflict(CancellationReason reason) => reason.Code is "TransactionConflict";
}
