namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A message of a busy chat, in four shards.</summary>
[DynamoTable("chats")]
[PartitionKey("ROOM#{Room}"), SortKey("{Id}"), WriteSharded(4, By = nameof(Id))]
[GlobalIndex("byState", "STATE#{State}", "{Priority}"), WriteSharded(8, Index = "byState")]
public sealed partial record Chat : IChat<Chat>
{
    public required string Room { get; init; }

    public required string Id { get; init; }

    public RunStatus State { get; set; }

    public int Priority { get; set; }

    public List<string> Notes { get; set; } = [];

    public static Chat Make(string room, string id, int priority) => new() { Room = room, Id = id, Priority = priority };

    public static ItemSequence<Chat> QueryByState(
        DynamoTable<Chat> table, RunStatus state, int? limit, int? size, bool isDescending)
    {
        var query = table.Query(Index.ByState(state));
        query = limit is { } wanted ? query.Limit(wanted) : query;
        query = size is { } evaluated ? query.PageSize(evaluated) : query;
        return isDescending ? query.Descending() : query;
    }
}
