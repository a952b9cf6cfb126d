namespace DynamoToolkit.Streams.Delivery;

/// <summary>What happens when a handler of <see cref="FailurePolicy.StopShard"/> fails.</summary>
internal enum DeliveryMode
{
    /// <summary>The change is tried again until it succeeds.</summary>
    Wait,

    /// <summary>Later changes are left, and the caller reports which.</summary>
    Report,
}
