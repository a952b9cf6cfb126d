namespace DynamoToolkit;

/// <summary>Identifies an item of a table. Two operations on the same item have the same identity, whatever their item types.</summary>
/// <param name="TableName">The table's physical name.</param>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value, or the default value if there is none.</param>
internal readonly record struct ItemIdentity(string TableName, KeyValue Partition, KeyValue Sort)
{
    public static ItemIdentity Of<T>(string tableName, in ItemKey<T> key)
        where T : IItem<T> => new(tableName, key.Partition, key.Sort);

    /// <summary>The key alone, for people.</summary>
    public string KeyText => Sort.IsNone ? Partition.ToString() : $"{Partition} / {Sort}";

    // Most operations of a request are on one table, so its name would add nothing to the hash.
    public override int GetHashCode() => HashCode.Combine(Partition, Sort);

    public override string ToString() => Sort.IsNone ? $"{Partition} in {TableName}" : $"{Partition}, {Sort} in {TableName}";
}
