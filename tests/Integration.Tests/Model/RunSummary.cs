namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A smaller type to read runs as.</summary>
[DynamoMap]
public sealed partial record RunSummary
{
    public required string RunId { get; init; }

    public RunStatus Status { get; init; }
}
