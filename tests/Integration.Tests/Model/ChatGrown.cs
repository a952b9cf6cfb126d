namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A message of a chat that has moved to 16 shards.</summary>
[DynamoTable("chats-grown")]
[PartitionKey("ROOM#{Room}"), SortKey("{Id}"), WriteSharded(16, By = nameof(Id))]
[GlobalIndex("byState", "STATE#{State}", "{Priority}"), WriteSharded(2, Index = "byState")]
public sealed partial record ChatGrown : IChat<ChatGrown>
{
    public required string Room { get; init; }

    public required string Id { get; init; }

    public RunStatus State { get; set; }

    public int Priority { get; set; }

    public List<string> Notes { get; set; } = [];

    public static ChatGrown Make(string room, string id, int priority) => new() { Room = room, Id = id, Priority = priority };

    public static ItemSequence<ChatGrown> QueryByState(
        DynamoTable<ChatGrown> table, RunStatus state, int? limit, int? size, bool isDescending)
    {
        var query = table.Query(Index.ByState(state));
        query = limit is { } wanted ? query.Limit(wanted) : query;
        query = size is { } evaluated ? query.PageSize(evaluated) : query;
        return isDescending ? query.Descending() : query;
    }
}
