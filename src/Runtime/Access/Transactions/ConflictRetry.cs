using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Sends a request again, later, if a transaction was at one of its items. The service has then written nothing, so that the same request,
/// with the same token, is safe to repeat.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html"/>
internal static class ConflictRetry
{
    public static ValueTask<WireBuffer> SendAsync(
        DynamoClient client, DynamoRequest request, int maxRetries, CancellationToken cancellationToken) =>
        maxRetries > 0 && CanConflict(request.Operation)
            ? RetryAsync(client, request, maxRetries, cancellationToken)
            : client.Transport.SendAsync(request, cancellationToken);

    private static async ValueTask<WireBuffer> RetryAsync(
        DynamoClient client, DynamoRequest request, int maxRetries, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(client.Options);
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

    /// <summary>Single writes and transactions. Plain reads never conflict, and a batch has its conflicting writes come back unprocessed.</summary>
    private static bool CanConflict(DynamoOperation operation) => operation is DynamoOperation.PutItem or DynamoOperation.UpdateItem
        or DynamoOperation.DeleteItem or DynamoOperation.TransactWriteItems or DynamoOperation.TransactGetItems;

    /// <summary>Whether conflicts are all that is wrong: a condition that does not hold fails the next time, too.</summary>
    private static bool IsConflict(Exception error) => error switch
    {
        TransactionConflictException => true,
        TransactionCanceledException { CancellationReasons: { } reasons } =>
            reasons.Exists(TransactWriteFailure.IsConflict)
            && reasons.TrueForAll(static reason => !TransactWriteFailure.IsFailure(reason) || TransactWriteFailure.IsConflict(reason)),
        _ => false,
    };
}
