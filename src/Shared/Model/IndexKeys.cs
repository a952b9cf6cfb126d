namespace DynamoToolkit.Shared.Model;

/// <summary>Decides which key attributes of an index can be left out of an item to keep it out of the index.</summary>
internal static class IndexKeys
{
    /// <summary>
    /// Whether a key is an attribute of its own that the table's key and indexes with other versions do not use.
    /// </summary>
    public static bool IsOwnOf(IndexSpec index, KeySpec key, KeySpec?[] tableKeys, EquatableArray<IndexSpec> indexes) =>
        key.IsComposed
        && !tableKeys.Any(tableKey => tableKey?.AttributeName == key.AttributeName)
        && !indexes.Any(other => other.Versions != index.Versions
            && other.Partition.Concat(other.Sort).Any(otherKey => otherKey.AttributeName == key.AttributeName));

    /// <summary>The attributes that items are kept out of indexes by, in order, each once.</summary>
    /// <param name="item">The item type.</param>
    /// <param name="versions">Which items those indexes hold.</param>
    public static List<KeySpec> LeftOut(ItemSpec item, IndexedVersionsSpec versions) => item.Indexes
        .Where(index => index.Versions == versions)
        .SelectMany(index => index.Partition.Concat(index.Sort)
            .Where(key => IsOwnOf(index, key, [item.PartitionKey, item.SortKey], item.Indexes)))
        .GroupBy(key => key.AttributeName)
        .Select(keys => keys.First())
        .ToList();
}
