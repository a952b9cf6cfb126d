namespace DynamoToolkit.Transport.Retries;

/// <summary>Decides whether and when to repeat a failed attempt: the AWS SDKs' standard retry mode with full jitter.</summary>
internal sealed class RetryPolicy(HttpTransportOptions options)
{
    /// <summary>After this many doublings the cap has long been reached, and further shifting would overflow.</summary>
    private const int MaxDoublings = 30;

    public RetryBudget Budget { get; } = new(options.RetryTokens);

    public int MaxAttempts => options.MaxAttempts;

    /// <summary>Plans the next attempt. Returns false if there is none.</summary>
    /// <param name="kind">How the last attempt failed.</param>
    /// <param name="attempt">The number of the last attempt, from 1.</param>
    /// <param name="taken">The tokens that the retry took from the budget.</param>
    /// <param name="delay">How long to wait before the attempt.</param>
    public bool TryPlan(FailureKind kind, int attempt, out int taken, out TimeSpan delay)
    {
        taken = 0;
        delay = TimeSpan.Zero;
        if (kind == FailureKind.Permanent || attempt >= options.MaxAttempts || !Budget.TryTake(kind, out taken))
            return false;
        if (kind != FailureKind.ClockSkew)
            delay = DelayAfter(attempt);
        return true;
    }

    private TimeSpan DelayAfter(int attempt)
    {
        var most = options.BaseDelay.TotalMilliseconds * (1L << Math.Min(attempt - 1, MaxDoublings));
        return TimeSpan.FromMilliseconds(options.Jitter() * Math.Min(most, options.MaxDelay.TotalMilliseconds));
    }
}
