namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>An item with copies of its labels' values, and the number of its remarks.</summary>
// example: job
[DynamoTable("jobs"), PartitionKey("JOB#{Id}"), SortKey("META")]
public sealed partial record Job
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    [Materialize(typeof(JobLabel), nameof(JobLabel.Name), nameof(JobLabel.Value), Except = ["private.*"], MaxBytes = 2000)]
    public Dictionary<string, string>? Labels { get; init; }

    [MaterializedCount(typeof(JobRemark))]
    public long? Remarks { get; init; }
}
// end
