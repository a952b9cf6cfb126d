using System.Collections.Concurrent;

namespace DynamoToolkit.Protocol;

/// <summary>
/// The item types that a client uses, by the physical name of their table. Types of several assemblies meet only here, so no analyzer sees
/// that their items could be mixed up.
/// </summary>
internal sealed class TableTypes
{
    private readonly ConcurrentDictionary<(string Table, Type ItemType), TableModel> models = new();

    /// <summary>Adds a type.</summary>
    /// <exception cref="InvalidOperationException">One item could be of this type and of another one that is in use.</exception>
    public void Add(string table, TableModel model)
    {
        // Two threads may add two types at the same time. Both are in the dictionary before either looks, so at least one sees the other.
        if (!models.TryAdd((table, model.ItemType), model))
            return;

        foreach (var (key, other) in models)
        {
            if (key.Table != table || !model.Conflicts(other))
                continue;

            models.TryRemove((table, model.ItemType), out _);
            throw new InvalidOperationException(KeyComparison.DescribeConflict(model, other));
        }
    }
}
