namespace DynamoToolkit;

/// <summary>The member that holds an item's random write shard, and how the shard gets into and out of an item.</summary>
public sealed class ShardMemberModel
{
    private readonly Func<object, int?> get;
    private readonly Action<object, int> set;

    private ShardMemberModel(string attributeName, Func<object, int?> get, Action<object, int> set)
    {
        AttributeName = attributeName;
        this.get = get;
        this.set = set;
    }

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>The model of a member.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="get">Returns an item's shard, or null.</param>
    /// <param name="set">Assigns an item's shard.</param>
    public static ShardMemberModel Of<T>(string attributeName, Func<T, int?> get, Action<T, int> set)
        where T : class => new(attributeName, item => get((T)item), (item, shard) => set((T)item, shard));

    /// <summary>Gives an item a random shard if it has none.</summary>
    internal void Choose(object item, int count)
    {
        if (get(item) is null)
            set(item, Random.Shared.Next(count));
    }
}
