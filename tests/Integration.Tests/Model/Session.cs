namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A time to live that is a number.</summary>
[DynamoTable("sessions")]
public sealed partial record Session
{
    [PartitionKey]
    public required string Id { get; init; }

    [TimeToLive]
    public long ExpiresAt { get; init; }
}
