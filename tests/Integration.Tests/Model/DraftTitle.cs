namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A view of drafts: an update through it changes the token and the times, too.</summary>
[DynamoTable("drafts"), ViewOf(typeof(Draft))]
public sealed partial class DraftTitle
{
    [PartitionKey]
    public required string Id { get; init; }

    public string? Title { get; set; }
}
