namespace DynamoToolkit;

/// <summary>A secondary index, as an item type declares it.</summary>
/// <param name="name">The index's name.</param>
public sealed class IndexModel(string name)
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>Global or local.</summary>
    public IndexKind Kind { get; init; }

    /// <summary>The partition key attributes: one, or up to four of a global index with a key of several attributes.</summary>
    public required IReadOnlyList<KeyModel> Partition { get; init; }

    /// <summary>The sort key attributes: none, one, or up to four.</summary>
    public IReadOnlyList<KeyModel> Sort { get; init; } = [];

    /// <summary>Which attributes the index holds besides the keys.</summary>
    public IndexProjection Projection { get; init; }

    /// <summary>
    /// The names of the attributes that the index holds besides the keys, if <see cref="Projection"/> is
    /// <see cref="IndexProjection.Include"/>.
    /// </summary>
    public IReadOnlyList<string> IncludedAttributes { get; init; } = [];

    /// <summary>Which items of a type whose versions are kept the index holds.</summary>
    public IndexedVersions Versions { get; init; }

    /// <summary>Whether the index holds an attribute that is not one of its keys.</summary>
    internal bool Holds(string attributeName) => !HasKey(attributeName) && Projection switch
    {
        IndexProjection.All => true,
        IndexProjection.Include => IncludedAttributes.Contains(attributeName),
        _ => false,
    };

    /// <summary>Whether an attribute is one of the index's keys.</summary>
    internal bool HasKey(string attributeName) =>
        Partition.Any(key => key.AttributeName == attributeName) || Sort.Any(key => key.AttributeName == attributeName);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} index {Name}";
}
