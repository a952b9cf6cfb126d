namespace DynamoToolkit.Transport.Retries;

/// <summary>The difference between this machine's clock and the service's. It is safe for concurrent use.</summary>
internal sealed class ClockSkew(TimeProvider timeProvider)
{
    /// <summary>
    /// The service accepts signatures that are up to five minutes old. With a smaller difference, the clock is not the cause.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private long correction;

    /// <summary>The service's current time, as far as it is known.</summary>
    public DateTimeOffset UtcNow => timeProvider.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref correction));

    /// <summary>Corrects the clock after a complaint, and returns whether the clock can have caused the failure.</summary>
    public bool TryCorrect(ClockComplaint complaint, DateTimeOffset signedAt, DateTimeOffset? serverTime)
    {
        if (complaint == ClockComplaint.None || serverTime is not { } time)
            return false;
        if (complaint == ClockComplaint.Possible && (time - signedAt).Duration() <= Tolerance)
            return false;

        Volatile.Write(ref correction, (time - timeProvider.GetUtcNow()).Ticks);
        return true;
    }
}
