namespace DynamoToolkit;

/// <summary>
/// Waits between the tries of a batch, or of a write that met a transaction: a random time up to a bound that doubles while nothing goes through, and begins anew after progress.
/// </summary>
internal sealed class Backoff(DynamoClientOptions options)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private int failures;

    /// <summary>Whether so many tries in a row brought nothing that going on makes no sense.</summary>
    public bool IsExhausted => failures >= options.BatchAttempts;

    public void Progress() => failures = 0;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var bound = First * Math.Pow(2, Math.Min(failures, 16));
        failures++;
        if (bound > Longest)
            bound = Longest;
        return Task.Delay(bound * options.Jitter(), options.TimeProvider, cancellationToken);
    }
}
