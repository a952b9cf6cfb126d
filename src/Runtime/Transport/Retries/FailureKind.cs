namespace DynamoToolkit.Transport.Retries;

/// <summary>What a failed attempt means for the next one.</summary>
internal enum FailureKind
{
    /// <summary>The same request would fail again.</summary>
    Permanent,

    /// <summary>The service asks the caller to slow down.</summary>
    Throttle,

    /// <summary>The service or the network failed for a moment.</summary>
    Transient,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>The signature's time differed from the service's time, and has been corrected.</summary>
    ClockSkew,
}
