using Amazon.DynamoDBv2.Model;
using DynamoToolkit;

namespace TrackingStore.Store;

/// <summary>Ways of writing that several stores share.</summary>
internal static class Writes
{
    private const int Parallelism = 16;
    private const int BatchLane = 100;
    private const int ConflictTries = 10;
    private const int ConflictPauseMs = 10;

    /// <summary>The code of a cancellation reason that says that a condition did not hold.</summary>
    public const string ConditionFailed = "ConditionalCheckFailed";

    private const string Conflict = "TransactionConflict";

    /// <summary>
    /// Writes all or nothing. When another transaction is at the same items at this moment, tries again: only a condition that does not hold is
    /// for the caller to know.
    /// </summary>
    public static async Task TransactAsync(this DynamoClient client, IReadOnlyList<IWriteOperation> operations, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await client.TransactWriteAsync(operations, cancellationToken);
                return;
            }
            catch (TransactionCanceledException e) when (tries < ConflictTries && IsOnlyConflict(e))
            {
                await PauseAsync(tries, cancellationToken);
            }
        }
    }

    /// <summary>Makes one write on an item, again if a transaction is at the item at this moment.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await write();
            }
            catch (TransactionConflictException) when (tries < ConflictTries)
            {
                await PauseAsync(tries, cancellationToken);
            }
        }
    }

    /// <summary>Puts and deletes any number of items, in no order, in several lanes; an error if some never got through.</summary>
    public static Task BatchAsync(this DynamoClient client, IReadOnlyCollection<IWriteOperation> operations, CancellationToken cancellationToken) =>
        ForEachAsync(
            operations.Chunk(BatchLane),
            async (lane, token) => (await client.BatchWriteAsync(lane, token)).ThrowIfIncomplete(),
            cancellationToken);

    /// <summary>Does something for each element, several at a time.</summary>
    public static Task ForEachAsync<T>(IEnumerable<T> elements, Func<T, CancellationToken, ValueTask> action, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(elements, new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken }, action);

    /// <summary>Whether the condition of one operation of a transaction did not hold.</summary>
    public static bool FailedAt(this TransactionCanceledException e, int operation) =>
        e.CancellationReasons is { } reasons && operation < reasons.Count && reasons[operation].Code == ConditionFailed;

    private static bool IsOnlyConflict(TransactionCanceledException e) =>
        e.CancellationReasons is { Count: > 0 } reasons && reasons.TrueForAll(r => r.Code is null or "None" or Conflict);

    private static Task PauseAsync(int tries, CancellationToken cancellationToken) =>
        Task.Delay(Random.Shared.Next(ConflictPauseMs << Math.Min(tries, 6)), cancellationToken);
}
