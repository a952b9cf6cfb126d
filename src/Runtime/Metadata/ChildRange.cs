using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>The items among which all children of a parent are. Created by generated code.</summary>
/// <param name="partition">The children's partition key.</param>
/// <param name="sortPrefix">The text with which their sort keys begin; empty if only that of their type is known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ChildRange(KeyValue partition, string sortPrefix = "")
{
    /// <summary>The children's partition key.</summary>
    public KeyValue Partition { get; } = partition;

    /// <summary>The text with which their sort keys begin; empty if only that of their type is known.</summary>
    public string SortPrefix { get; } = sortPrefix;
}
