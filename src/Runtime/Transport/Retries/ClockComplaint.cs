namespace DynamoToolkit.Transport.Retries;

/// <summary>What an error reports about the request's clock.</summary>
internal enum ClockComplaint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The signature is invalid, perhaps because of its time.</summary>
    Possible,

    /// <summary>The signature's time is wrong.</summary>
    Certain,
}
