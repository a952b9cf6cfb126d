namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>
/// Remembers that an engine does not answer, so that not each search waits for it: after a failure one search a pause tries, and all others
/// do not. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class OutageSwitch(TimeProvider time)
{
    private readonly Lock gate = new();
    private long? failedAt;
    private long? triedAt;
    private bool isOut;

    /// <summary>Whether to ask the engine.</summary>
    /// <param name="pause">How long nobody asks after a failure.</param>
    public bool TryEnter(TimeSpan pause)
    {
        lock (gate)
        {
            if (failedAt is null)
                return true;
            if (IsWithin(pause, failedAt) || IsWithin(pause, triedAt))
                return false;

            // The others wait for another pause, also if this search is cancelled and never reports.
            triedAt = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>A search that entered ended without a word about the engine. If it was the try of a pause, the next one may try.</summary>
    public void GiveBack()
    {
        lock (gate)
            triedAt = null;
    }

    /// <summary>The engine has answered.</summary>
    /// <returns>Whether that ends an outage.</returns>
    public bool Succeeded()
    {
        lock (gate)
        {
            failedAt = null;
            return isOut && !(isOut = false);
        }
    }

    /// <summary>The engine has failed: nobody should ask it for a while.</summary>
    /// <returns>Whether that begins an outage.</returns>
    public bool Failed()
    {
        lock (gate)
        {
            failedAt = time.GetTimestamp();
            return !isOut && (isOut = true);
        }
    }

    private bool IsWithin(TimeSpan pause, long? since) => since is { } start && time.GetElapsedTime(start) < pause;
}
