namespace DynamoToolkit.Shared.Model;

/// <summary>A secondary index.</summary>
internal sealed record IndexSpec
{
    /// <summary>The index's name in DynamoDB.</summary>
    public required string Name { get; init; }

    /// <summary>The name as an identifier: <c>byExperiment</c> → <c>ByExperiment</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The name of the index's tokens: <c>ByExperimentAttributes</c>.</summary>
    public required string AttributesName { get; init; }

    /// <summary>Whether it is local: the table's partition key, another sort key.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>The partition key attributes, up to four.</summary>
    public required EquatableArray<KeySpec> Partition { get; init; }

    /// <summary>The sort key attributes, up to four.</summary>
    public required EquatableArray<KeySpec> Sort { get; init; }

    /// <summary>What it projects.</summary>
    public required IndexProjectionSpec Projection { get; init; }

    /// <summary>The attribute names of an Include projection.</summary>
    public required EquatableArray<string> Include { get; init; }

    /// <summary>Which items it holds if versions of the items are kept.</summary>
    public IndexedVersionsSpec Versions { get; init; }
}
