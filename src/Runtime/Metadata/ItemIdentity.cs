namespace DynamoToolkit;

/// <summary>Which item of which table: equal for two operations on one item, whatever their item types.</summary>
/// <param name="TableName">The table's physical name.</param>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value, or none.</param>
internal readonly record struct ItemIdentity(string TableName, KeyValue Partition, KeyValue Sort)
{
    public static ItemIdentity Of<T>(string tableName, in ItemKey<T> key)
        where T : IItem<T> => new(tableName, key.Partition, key.Sort);

    // Most operations of a request are on one table: its name would tell nothing apart.
    public override int GetHashCode() => HashCode.Combine(Partition, Sort);

    public override string ToString() => Sort.IsNone ? $"{Partition} in {TableName}" : $"{Partition}, {Sort} in {TableName}";
}
