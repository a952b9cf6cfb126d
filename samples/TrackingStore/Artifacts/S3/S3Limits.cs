namespace TrackingStore.Artifacts.S3;

/// <summary>What uploads may take. S3 takes at most 10,000 parts of an object, each of at least 5 MiB but the last one.</summary>
internal sealed record S3Limits
{
    private const int MiB = 1024 * 1024;

    // Each 2,000 parts double the size of the next, so that a file of unknown length fits into the parts that S3 takes.
    private const int PartsOfASize = 2000;
    private const int MaxDoublings = 4;

    /// <summary>The size of the first part of a file. A file that is smaller is put at once.</summary>
    public int PartSize { get; init; } = 8 * MiB;

    /// <summary>How many parts a file may have.</summary>
    public int MaxParts { get; init; } = 10_000;

    /// <summary>How many bytes of files may be in memory, of all uploads together that go through this server.</summary>
    public long UploadMemory { get; init; } = 256L * MiB;

    /// <summary>How long an upload waits for memory.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many uploads in parts may be open below the folder of an experiment when a client begins another one.</summary>
    public int MaxOpenUploads { get; init; } = 1000;

    /// <summary>The most bytes of a file that goes through this server.</summary>
    public long MaxFileBytes => Enumerable.Range(1, MaxParts).Sum(part => (long)SizeOf(part));

    /// <summary>The size of a part.</summary>
    /// <param name="part">Its number, from 1.</param>
    public int SizeOf(int part) => PartSize << Math.Min((part - 1) / PartsOfASize, MaxDoublings);
}
