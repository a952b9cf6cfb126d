namespace DynamoToolkit.Transport.Retries;

/// <summary>What a failed attempt means for the next one.</summary>
internal enum FailureKind
{
    /// <summary>The same request would fail again.</summary>
    Permanent,

    /// <summary>The service asks to slow down.</summary>
    Throttle,

    /// <summary>The service or the network had a moment of weakness.</summary>
    Transient,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The signature's time was not the service's time, and has been corrected.</summary>
    ClockSkew,
}
