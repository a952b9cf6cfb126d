using TrackingStore.Artifacts;

namespace TrackingStore.Server;

/// <summary>What a backup says of itself. It is written last.</summary>
/// <param name="Format">The version of the form.</param>
/// <param name="Items">The files of the items.</param>
/// <param name="Artifacts">The files of the artifacts.</param>
/// <param name="Bucket">The bucket that has the artifacts instead; null if they are here.</param>
internal sealed record BackupManifest(int Format, IReadOnlyList<BackupFile> Items, CopiedFiles Artifacts, string? Bucket = null)
{
    /// <summary>The form that this server writes and reads.</summary>
    public const int CurrentFormat = 2;
}
