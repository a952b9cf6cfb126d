namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>What an update of a run's progress returns.</summary>
[DynamoMap]
public sealed partial record RunProgress
{
    public long Steps { get; init; }
}
