namespace DynamoToolkit.Local;

/// <summary>What opening a folder found.</summary>
public sealed record LocalRecovery
{
    /// <summary>
    /// The bytes at the end of the log that were cut off. A process that was killed leaves the beginning of a write there, which it never
    /// acknowledged.
    /// </summary>
    public long DroppedBytes { get; init; }

    /// <summary>
    /// What is damaged or missing, a sentence for each. Empty unless <see cref="LocalDynamoOptions.Recover"/> is set: without it, such a
    /// folder does not open.
    /// </summary>
    public IReadOnlyList<string> Losses { get; init; } = [];

    /// <summary>The folder that holds the files with the losses, as they were; null if there are no losses.</summary>
    public string? DamagedFiles { get; init; }
}
