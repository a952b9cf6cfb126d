namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A message of a chat in a program that moves all messages from 16 to 4 shards.</summary>
[DynamoTable("chats-shrinking")]
[PartitionKey("ROOM#{Room}"), SortKey("{Id}"), WriteSharded(4, By = nameof(Id), Also = 16)]
[GlobalIndex("byState", "STATE#{State}", "{Priority}"), WriteSharded(8, Index = "byState", Also = 2)]
public sealed partial record ChatShrinking : IChat<ChatShrinking>
{
    public required string Room { get; init; }

    public required string Id { get; init; }

    public RunStatus State { get; set; }

    public int Priority { get; set; }

    public List<string> Notes { get; set; } = [];

    public static ChatShrinking Make(string room, string id, int priority) => new() { Room = room, Id = id, Priority = priority };

    public static ItemSequence<ChatShrinking> QueryByState(
        DynamoTable<ChatShrinking> table, RunStatus state, int? limit, int? size, bool isDescending)
    {
        var query = table.Query(Index.ByState(state));
        query = limit is { } wanted ? query.Limit(wanted) : query;
        query = size is { } evaluated ? query.PageSize(evaluated) : query;
        return isDescending ? query.Descending() : query;
    }
}
