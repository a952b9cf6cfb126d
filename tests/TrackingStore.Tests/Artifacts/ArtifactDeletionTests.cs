using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Tests.Support;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Tests.Artifacts;

/// <summary>Folders that can't be deleted: others write into them, or the disk refuses.</summary>
public sealed class ArtifactDeletionTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("deletions");
    private readonly LogLines log = new();
    private readonly Outage outage;
    private int tries;

    public ArtifactDeletionTests()
    {
        outage = new Outage("The disk", TimeProvider.System, log);
        var folder = root.CreateSubdirectory("r");
        File.WriteAllText(Path.Combine(folder.FullName, "a"), "1");
    }

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>Each try finds the folder full again, as if others wrote as fast as it is emptied.</summary>
    [Fact]
    public void FolderIntoWhichOthersGoOnWriting_IsBusyAfterManyTries()
    {
        Assert.Equal(new ArtifactBusy("r"), Delete(path => Directory.Delete(path)));
        Assert.Equal(100, tries);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public void FolderIntoWhichOthersWriteForAWhile_IsDeleted()
    {
        Assert.Null(Delete(path => Directory.Delete(path, recursive: tries == 3)));
        Assert.Equal(3, tries);
        Assert.Empty(root.EnumerateFileSystemInfos());
    }

    [Fact]
    public void FolderOnADiskThatRefuses_IsAnOutage_AndIsTriedOnce()
    {
        Assert.IsType<ArtifactsUnwritable>(Delete(_ => throw new IOException("no disk")));
        Assert.IsType<ArtifactsUnwritable>(Delete(_ => throw new UnauthorizedAccessException("no access")));
        Assert.Equal(2, tries);
        Assert.StartsWith("Error The disk does not work: no disk", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private TrackingError? Delete(Action<string> deleteFolder)
    {
        using var repository = new ArtifactRepository(root.FullName, TimeProvider.System, outage, path =>
        {
            tries++;
            deleteFolder(path);
        });
        try
        {
            repository.Delete(ArtifactPath.Parse("r"));
            return null;
        }
        catch (TrackingException e)
        {
            return e.Error;
        }
    }
}
