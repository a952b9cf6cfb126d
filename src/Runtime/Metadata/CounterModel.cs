using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>A number of an item that is the sum of several items beside it, to which many writers add.</summary>
public abstract class CounterModel
{
    private const string Prefix = "COUNTER#";

    private protected CounterModel(string name, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Count = new ShardNumber(count - 1).Value + 1;
    }

    /// <summary>The counter's name in keys.</summary>
    public string Name { get; }

    /// <summary>The number of items to which adds go.</summary>
    public int Count { get; }

    /// <summary>The attribute of a counter's items that holds the number.</summary>
    internal static string ValueAttribute => "value";

    /// <summary>Assigns the counter's value to the member of an item.</summary>
    internal abstract void Assign(object item, decimal value);

    /// <summary>The text with which the sort keys of all counters of an item begin.</summary>
    internal static string PrefixOfItem(KeyValue sort) => $"{Prefix}{KeyEscape.Of(sort.Text!)}#";

    /// <summary>The text with which the sort keys of the counter's items begin.</summary>
    internal string PrefixOf(KeyValue sort) => $"{PrefixOfItem(sort)}{KeyEscape.Of(Name)}#";

    /// <summary>The sort key of one of the counter's items.</summary>
    internal KeyValue SortOf(KeyValue sort, int shard) => KeyValue.Of($"{PrefixOf(sort)}{new ShardNumber(shard)}");
}
