using TrackingStore.Artifacts;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Listings of artifacts as messages.</summary>
internal static class ArtifactReplies
{
    /// <summary>
    /// The files and folders in a folder. What came there by another way may have a name that no path of a client has. It is left out:
    /// MLflow's clients refuse the whole list otherwise.
    /// </summary>
    /// <param name="entries">What the folder holds.</param>
    /// <param name="folder">What to put before their names; empty for the names alone.</param>
    public static IReadOnlyList<ArtifactFile>? ToMessage(this IReadOnlyList<ArtifactEntry> entries, string folder) => entries
        .Where(entry => ArtifactPath.TryParse(entry.Name, out _))
        .Select(entry => new ArtifactFile(
            folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}", entry.IsFolder, entry.Size > 0 ? entry.Size : null))
        .ListOrAbsent();
}
