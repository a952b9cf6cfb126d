namespace DynamoToolkit.Protocol;

/// <summary>
/// Waits between the requests of a batch, or before a write that met a transaction is sent again: a random time up to a bound that doubles
/// while no operation succeeds, and is reset after progress.
/// </summary>
internal sealed class Backoff(ClientContext client)
{
    private const int MaxDoublings = 16;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private int failures;

    /// <summary>Whether too many requests in a row made no progress to continue.</summary>
    public bool IsExhausted => failures >= client.BatchAttempts;

    public void Progress() => failures = 0;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var bound = First * Math.Pow(2, Math.Min(failures, MaxDoublings));
        failures++;
        if (bound > Longest)
            bound = Longest;
        return Task.Delay(bound * client.Jitter(), client.Time, cancellationToken);
    }
}
