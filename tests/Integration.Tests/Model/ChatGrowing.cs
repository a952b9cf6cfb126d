namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A message of a chat in a program that moves all messages from 4 to 16 shards.</summary>
[DynamoTable("chats-growing")]
[PartitionKey("ROOM#{Room}"), SortKey("{Id}"), WriteSharded(16, By = nameof(Id), Also = 4)]
[GlobalIndex("byState", "STATE#{State}", "{Priority}"), WriteSharded(2, Index = "byState", Also = 8)]
public sealed partial record ChatGrowing : IChat<ChatGrowing>
{
    public required string Room { get; init; }

    public required string Id { get; init; }

    public RunStatus State { get; set; }

    public int Priority { get; set; }

    public List<string> Notes { get; set; } = [];

    public static ChatGrowing Make(string room, string id, int priority) => new() { Room = room, Id = id, Priority = priority };

    public static ItemSequence<ChatGrowing> QueryByState(
        DynamoTable<ChatGrowing> table, RunStatus state, int? limit, int? size, bool isDescending)
    {
        var query = table.Query(Index.ByState(state));
        query = limit is { } wanted ? query.Limit(wanted) : query;
        query = size is { } evaluated ? query.PageSize(evaluated) : query;
        return isDescending ? query.Descending() : query;
    }
}
