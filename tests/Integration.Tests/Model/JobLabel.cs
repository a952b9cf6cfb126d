namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A label of a job.</summary>
// example: joblabel
[DynamoTable("jobs"), PartitionKey("JOB#{Id}"), SortKey("LABEL#{Name}")]
public sealed partial record JobLabel
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Value { get; init; }

    public int Weight { get; init; }
}
// end
