namespace DynamoToolkit.Transport.Retries;

/// <summary>How far this machine's clock is off the service's. Safe for concurrent use.</summary>
internal sealed class ClockSkew(TimeProvider timeProvider)
{
    /// <summary>The service takes signatures that are up to five minutes old; below that, the clock is not what is wrong.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private long correction;

    /// <summary>The service's time now, as far as it is known.</summary>
    public DateTimeOffset UtcNow => timeProvider.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref correction));

    /// <summary>Corrects the clock after a complaint, and says whether that can have been the cause of the failure.</summary>
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
