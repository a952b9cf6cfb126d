namespace TrackingStore.Artifacts;

/// <summary>What was copied of a folder.</summary>
/// <param name="Files">The number of files.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Links">The number of symbolic links, which are not copied.</param>
/// <param name="Others">The number of pipes, sockets and devices, which are not copied.</param>
/// <param name="Digest">The SHA-256 of all paths, lengths and contents, in their order.</param>
internal sealed record CopiedFiles(long Files, long Bytes, long Links, long Others, string Digest)
{
    /// <summary>Whether the same files were copied.</summary>
    public bool HasSameFilesAs(CopiedFiles other) => (Files, Bytes, Digest) == (other.Files, other.Bytes, other.Digest);
}
