namespace DynamoToolkit.Shared.Model;

/// <summary>How versions of an item type are kept.</summary>
internal sealed record VersionSpec
{
    /// <summary>The member that holds the version.</summary>
    public required string Member { get; init; }

    /// <summary>Whether the version is a long, and not an int.</summary>
    public required bool IsLong { get; init; }

    /// <summary>The attribute that only version 0 has.</summary>
    public required string LatestVersionAttribute { get; init; }

    /// <summary>The text after the version in the sort key's template; null if the sort key is the number itself.</summary>
    public required string? SortKeySuffix { get; init; }

    /// <summary>The member that holds who saved the first version.</summary>
    public required string? CreatedBy { get; init; }

    /// <summary>The member that holds who saved the version.</summary>
    public required string? UpdatedBy { get; init; }

    /// <summary>The attribute that holds the id of a write, as <c>VersionModel</c> names it.</summary>
    public const string WriteIdAttribute = "_writeId";
}
