namespace DynamoToolkit;

/// <summary>What a save of a version returned.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed record VersionSaveResult<T>
{
    /// <summary>The item as it was saved: with its new version, its times and its authors. The caller's item did not change.</summary>
    public required T Item { get; init; }

    /// <summary>The number of the new version.</summary>
    public long Version { get; init; }

    /// <summary>The capacity that the save used, if it asked for that.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }
}
