namespace DynamoToolkit.Transport.Retries;

/// <summary>
/// The standard retry mode's token bucket. While most calls succeed, it is full and retries are free. When a service is down, it runs
/// empty, and calls fail at once instead of multiplying the load. It is safe for concurrent use.
/// </summary>
internal sealed class RetryBudget(int? capacity)
{
    private const int RetryCost = 5;
    private const int TimeoutCost = 10;
    private const int SuccessRefund = 1;

    private int tokens = capacity ?? 0;

    public int Tokens => Volatile.Read(ref tokens);

    /// <summary>
    /// Takes the tokens for a retry, and returns their number: none after a correction of the clock, which is not a sign of load.
    /// </summary>
    public bool TryTake(FailureKind kind, out int taken)
    {
        taken = kind switch { FailureKind.ClockSkew => 0, FailureKind.Timeout => TimeoutCost, _ => RetryCost };
        if (capacity is null || taken == 0)
            return true;

        for (var seen = Tokens; seen >= taken;)
        {
            var before = Interlocked.CompareExchange(ref tokens, seen - taken, seen);
            if (before == seen)
                return true;
            seen = before;
        }

        return false;
    }

    /// <summary>Returns the tokens of a call's last retry to the bucket, or one token if it had no retry.</summary>
    public void Refund(int lastTaken)
    {
        if (capacity is not { } most)
            return;

        var refund = lastTaken > 0 ? lastTaken : SuccessRefund;
        for (var seen = Tokens; seen < most;)
        {
            var before = Interlocked.CompareExchange(ref tokens, Math.Min(most, seen + refund), seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
