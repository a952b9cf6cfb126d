namespace DynamoToolkit;

/// <summary>Which items of a <see cref="VersionControlledAttribute"/> type a global index holds.</summary>
public enum IndexedVersions
{
    /// <summary>
    /// All versions, and the copy of the latest one. A query of the index returns the versions, or with <c>Latest()</c> the copies.
    /// </summary>
    All,

    /// <summary>Only the copy of the latest version: the index is small, and a save writes to it once.</summary>
    Latest,

    /// <summary>Only the numbered versions, without the copy.</summary>
    Numbered,
}
