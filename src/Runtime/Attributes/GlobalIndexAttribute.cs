namespace DynamoToolkit;

/// <summary>
/// Declares a global secondary index of the item's table. Several item types of one table may declare the same index. An item whose type
/// does not declare the index, or whose members of the index key are null, is not in it (a sparse index).
/// </summary>
/// <remarks>
/// Keys are templates as in <see cref="PartitionKeyAttribute"/>. A template that is only one <c>{Member}</c> uses that member's own
/// attribute; any other is stored as a String attribute <c>&lt;index&gt;_pk</c> or <c>&lt;index&gt;_sk</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class GlobalIndexAttribute : Attribute
{
    /// <summary>An index with one partition key attribute and, optionally, one sort key attribute.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="partition">The partition key's template.</param>
    /// <param name="sort">The sort key's template, or null for none.</param>
    public GlobalIndexAttribute(string name, string partition, string? sort = null)
    {
        Name = name;
        Partition = [partition];
        Sort = sort is null ? [] : [sort];
    }

    /// <summary>An index with a key of several attributes: up to four for the partition key and up to four for the sort key.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="partition">The partition key's templates. A query must give a value for each of them.</param>
    /// <param name="sort">The sort key's templates. A query gives values from left to right.</param>
    public GlobalIndexAttribute(string name, string[] partition, string[] sort)
    {
        Name = name;
        Partition = partition;
        Sort = sort;
    }

    /// <summary>The index's name.</summary>
    public string Name { get; }

    /// <summary>The partition key's templates.</summary>
    public IReadOnlyList<string> Partition { get; }

    /// <summary>The sort key's templates; empty for none.</summary>
    public IReadOnlyList<string> Sort { get; }

    /// <summary>
    /// The partition key attribute's name; <c>&lt;index&gt;_pk</c> by default. Only for an index with one partition key attribute.
    /// </summary>
    public string? PartitionAttributeName { get; set; }

    /// <summary>The sort key attribute's name; <c>&lt;index&gt;_sk</c> by default. Only for an index with one sort key attribute.</summary>
    public string? SortAttributeName { get; set; }

    /// <summary>Which attributes the index holds besides the keys.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>
    /// The members to hold besides the keys, by member name, if <see cref="Projection"/> is <see cref="IndexProjection.Include"/>.
    /// </summary>
    public string[] Include { get; set; } = [];

    /// <summary>
    /// Which items of a <see cref="VersionControlledAttribute"/> type the index holds: the others are written without the index's key
    /// attributes. At least one key has to be built from a template with text, because the attribute of a member itself can't be left out.
    /// </summary>
    public IndexedVersions Versions { get; set; }
}
