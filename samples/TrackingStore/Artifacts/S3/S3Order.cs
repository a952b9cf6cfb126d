using System.Text;

namespace TrackingStore.Artifacts.S3;

/// <summary>The order in which S3 lists keys: by their bytes. The key of a folder ends with a slash.</summary>
internal sealed class S3Order : IComparer<ArtifactEntry>
{
    /// <summary>The order.</summary>
    public static S3Order OfPages { get; } = new();

    /// <inheritdoc/>
    public int Compare(ArtifactEntry? x, ArtifactEntry? y) => KeyOf(x!).AsSpan().SequenceCompareTo(KeyOf(y!));

    private static byte[] KeyOf(ArtifactEntry entry) => Encoding.UTF8.GetBytes(entry.IsFolder ? entry.Name + '/' : entry.Name);
}
