namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A message of a chat, as programs of different generations know it.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
public interface IChat<TSelf>
    where TSelf : class, IChat<TSelf>, IItem<TSelf>
{
    string Room { get; init; }

    string Id { get; init; }

    RunStatus State { get; set; }

    int Priority { get; set; }

    static abstract TSelf Make(string room, string id, int priority);

    static abstract ItemKey<TSelf> Key(string room, string id);

    static abstract PartitionKeyCondition<TSelf> Partition(string room);

    static abstract ItemSequence<TSelf> QueryByState(DynamoTable<TSelf> table, RunStatus state, int? limit, int? size, bool isDescending);
}
