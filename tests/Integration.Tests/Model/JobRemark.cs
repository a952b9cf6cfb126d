namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A remark on a job.</summary>
[DynamoTable("jobs"), PartitionKey("JOB#{Id}"), SortKey("REMARK#{No}")]
public sealed partial record JobRemark
{
    public required string Id { get; init; }

    public required int No { get; init; }

    public string? Text { get; init; }
}
