using DynamoToolkit.Streams.DeadLetters;
using DynamoToolkit.Streams.Leases;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Streams;

/// <summary>The small table in which consumers keep leases, positions and dead letters. Its keys are <c>pk</c> and <c>sk</c>.</summary>
public static class StreamTable
{
    /// <summary>The default of <see cref="StreamConsumerOptions.LeaseTable"/>.</summary>
    public const string DefaultName = "stream-consumers";

    internal const string PartitionName = "pk";
    internal const string SortName = "sk";

    /// <summary>The table's definition, to create it with <c>EnsureTableAsync</c> or at the program's start.</summary>
    /// <param name="name">The table's name, before any mapping to a physical name.</param>
    public static TableDefinition Define(string name = DefaultName)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return TableDefinition.For(LeaseItem.ModelFor(name), LetterItem.ModelFor(name));
    }

    /// <summary>The model of an item type of this table, whose partition keys begin with a text of its own.</summary>
    internal static TableModel ModelOf(string tableName, Type itemType, string prefix) => new(tableName, itemType)
    {
        Partition = KeyModel.Composed(PartitionName, prefix + "{Name}", new RestKeyPart()),
        Sort = new KeyModel(SortName, KeyType.String),
    };

    /// <summary>Writes an attribute, unless it is null or empty.</summary>
    internal static void WriteText(ref ItemWriter writer, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;

        writer.WriteName(name);
        writer.WriteStringValue(value);
    }

    /// <summary>A partition key without its prefix.</summary>
    internal static string NameIn<T>(string? partition, string prefix, ref ItemReader reader) =>
        (partition ?? throw reader.Missing(PartitionName, typeof(T)))[prefix.Length..];
}
