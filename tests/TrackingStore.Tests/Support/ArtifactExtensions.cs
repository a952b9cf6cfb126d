using Microsoft.Extensions.Logging.Abstractions;
using TrackingStore.Artifacts;
using TrackingStore.Availability;

namespace TrackingStore.Tests.Support;

/// <summary>Artifacts in tests.</summary>
internal static class ArtifactExtensions
{
    /// <summary>Opens a repository that logs nothing.</summary>
    public static ArtifactRepository Open(string folder, Action<string>? deleteFolder = null) =>
        new(folder, TimeProvider.System, new Outage("The disk", TimeProvider.System, NullLogger.Instance), deleteFolder);

    /// <summary>The files and folders in a folder.</summary>
    public static IReadOnlyList<ArtifactEntry> List(this ArtifactRepository repository, ArtifactPath folder) =>
        repository.List(folder, TestContext.Current.CancellationToken);
}
