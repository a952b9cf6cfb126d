namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A trace that is kept for 30 days, unless the options say otherwise.</summary>
// example: trace
[DynamoTable("traces"), Retention("trace", Days = 30)]
public sealed partial class Trace
{
    [PartitionKey]
    public required string Id { get; init; }

    public string? Text { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}
// end
