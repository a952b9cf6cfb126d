namespace DynamoToolkit;

/// <summary>
/// One partition of a table, as one item type sees it. Created by the generated <c>Run.Partition(…)</c>. If the type's sort keys all begin
/// with the same text, a query reads only those, and leaves out the other item types of a single-table design.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="partition">The partition key's value.</param>
public readonly struct PartitionKeyCondition<T>(KeyValue partition)
{
    /// <summary>The partition key's value.</summary>
    public KeyValue Partition { get; } = partition;
}
