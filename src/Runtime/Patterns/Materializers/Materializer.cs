using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// Keeps one member of parents equal to what it is computed from. What it writes is what the table holds, read after the change that it
/// works on, and the write fails if another one came between. So it does not matter whether changes arrive twice, late, or in another
/// order, or whether a backfill runs at the same time.
/// </summary>
internal abstract class Materializer
{
    /// <summary>How often a write that met another one is tried again before the change counts as failed.</summary>
    private const int MaxAttempts = 20;

    /// <summary>Computes the member of one parent anew.</summary>
    /// <param name="partition">The partition key of the parent.</param>
    /// <param name="sort">Its sort key; the default value for none.</param>
    /// <param name="onlyIfNew">Whether a member is left alone that a materializer has written since the last put of the parent.</param>
    /// <param name="budget">Counts what it uses; null to count nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the member had another content; false as well if there is no such parent.</returns>
    public abstract Task<bool> RebuildAsync(
        KeyValue partition, KeyValue sort, bool onlyIfNew, SweepBudget? budget, CancellationToken cancellationToken);

    /// <summary>Tries until nobody else writes meanwhile.</summary>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="attempt">Reads and writes; null if another write came between.</param>
    /// <param name="describe">Names the parent in an error.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">Others wrote all the time.</exception>
    protected static async Task<TResult> RetryAsync<TResult>(
        ClientContext client, Func<Task<TResult?>> attempt, Func<string> describe, CancellationToken cancellationToken)
        where TResult : struct
    {
        var backoff = new Backoff(client);
        for (var i = 0; i < MaxAttempts; i++)
        {
            if (await attempt().ConfigureAwait(false) is { } result)
                return result;
            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        throw new InvalidOperationException(
            $"{describe()} could not be written, because other writes came between each of {MaxAttempts} attempts. "
            + "Apply the change again.");
    }
}
