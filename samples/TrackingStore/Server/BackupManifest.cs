using TrackingStore.Artifacts;

namespace TrackingStore.Server;

/// <summary>What a backup says of itself. It is written last.</summary>
/// <param name="Format">The version of the form.</param>
/// <param name="Artifacts">The files of the artifacts.</param>
internal sealed record BackupManifest(int Format, CopiedFiles Artifacts)
{
    /// <summary>The form that this server writes and reads.</summary>
    public const int CurrentFormat = 1;
}
