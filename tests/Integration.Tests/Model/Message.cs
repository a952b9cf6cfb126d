namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A message of a busy room: its id decides on its shard, in the table and in the index.</summary>
[DynamoTable("messages")]
[PartitionKey("ROOM#{Room}"), SortKey("{Id}"), WriteSharded(4, By = nameof(Id))]
[GlobalIndex("byState", "STATE#{State}", "{Priority}"), WriteSharded(8, Index = "byState")]
[GlobalIndex("byAuthor", "{Author}"), WriteSharded(2, Index = "byAuthor", By = nameof(Priority))]
public sealed partial class Message
{
    public required string Room { get; init; }

    public required string Id { get; init; }

    public RunStatus State { get; set; }

    public int Priority { get; set; }

    public string? Author { get; set; }
}
