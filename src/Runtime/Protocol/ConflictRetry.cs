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
        ClientContext client, DynamoRequest request, ConflictRetries retries, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(client);
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await client.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (retry < retries.Max && MayPass(error, retries.IsOfLibrary))
            {
                // Nothing was written. Wait, and send the same again.
            }

            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether the same request may succeed a moment later: nothing is wrong that stays. Of a user's transaction, a condition that does not
    /// hold stays, and so does throttling, which the user's own retries may treat in another way.
    /// </summary>
    private static bool MayPass(Exception error, bool isOfLibrary)
    {
        return error switch
        {
            TransactionConflictException => true,
            TransactionCanceledException { CancellationReasons: { } reasons } =>
                reasons.Exists(Passes) && reasons.TrueForAll(reason => Passes(reason) || IsHarmless(reason)),
            _ => false,
        };

        bool Passes(CancellationReason reason) => reason.Code is "TransactionConflict"
            || (isOfLibrary && reason.Code is ("ThrottlingError" or "ProvisionedThroughputExceeded"));

        bool IsHarmless(CancellationReason reason) =>
            reason.Code is null or "None" || (isOfLibrary && reason.Code is "ConditionalCheckFailed");
    }
}
