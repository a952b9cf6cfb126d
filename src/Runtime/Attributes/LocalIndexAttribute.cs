namespace DynamoToolkit;

/// <summary>
/// Declares a local secondary index: the table's partition key with another sort key. It can only be created together with the table.
/// </summary>
/// <param name="name">The index's name.</param>
/// <param name="sort">The sort key's template, as in <see cref="PartitionKeyAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class LocalIndexAttribute(string name, string sort) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The sort key's template.</summary>
    public string Sort { get; } = sort;

    /// <summary>The sort key attribute's name; <c>&lt;index&gt;_sk</c> by default.</summary>
    public string? SortAttributeName { get; set; }

    /// <summary>Which attributes the index holds besides the keys.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>
    /// The members to hold besides the keys, by member name, if <see cref="Projection"/> is <see cref="IndexProjection.Include"/>.
    /// </summary>
    public string[] Include { get; set; } = [];
}
