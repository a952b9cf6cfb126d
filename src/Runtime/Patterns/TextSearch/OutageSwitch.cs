namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>
/// Remembers that an engine does not answer, so that not each search waits for it: after a failure one search a pause tries, and all others
/// do not. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class OutageSwitch(TimeProvider time)
{
    private readonly Lock gate = new();
    private long? openedAt;
    private bool isOut;

    /// <summary>Whether to ask the engine.</summary>
    /// <param name="pause">How long nobody asks after a failure.</param>
    public bool TryEnter(TimeSpan pause)
    {
        lock (gate)
        {
            if (openedAt is not { } opened)
                return true;
            if (time.GetElapsedTime(opened) < pause)
                return false;

            // The others wait for another pause, also if this search is cancelled and never reports.
            openedAt = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>Whoever entered says nothing about the engine, so the next one may try.</summary>
    public void GiveBack()
    {
        lock (gate)
        {
            if (openedAt is not null)
                openedAt = 0;
        }
    }

    /// <summary>The engine has answered.</summary>
    /// <returns>Whether that ends an outage.</returns>
    public bool Succeeded()
    {
        lock (gate)
        {
            openedAt = null;
            return isOut && !(isOut = false);
        }
    }

    /// <summary>The engine has failed.</summary>
    /// <param name="pauses">Whether others should not ask for a while.</param>
    /// <returns>Whether that begins an outage.</returns>
    public bool Failed(bool pauses)
    {
        lock (gate)
        {
            openedAt = pauses ? time.GetTimestamp() : null;
            return !isOut && (isOut = true);
        }
    }
}
