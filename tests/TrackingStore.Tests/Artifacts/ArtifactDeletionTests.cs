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

    /// <summary>A file whose name is that of a folder now and then: none of that is the disk's fault.</summary>
    [Fact]
    public async Task FileAndFolderOfTheSameName_AreNoOutage()
    {
        using var repository = new ArtifactRepository(root.FullName, TimeProvider.System, outage);
        var path = ArtifactPath.Parse("r/x");
        var end = TimeProvider.System.GetTimestamp() + (2 * TimeProvider.System.TimestampFrequency);
        var folders = Task.Run(
            () =>
            {
                while (TimeProvider.System.GetTimestamp() < end) TryFolder(Path.Combine(root.FullName, "r", "x"));
            },
            TestContext.Current.CancellationToken);
        while (TimeProvider.System.GetTimestamp() < end)
        {
            try
            {
                await repository.WriteAsync(path, new MemoryStream([1]), TestContext.Current.CancellationToken);
                await repository.OpenRead(path).DisposeAsync();
                repository.Delete(path);
            }
            catch (TrackingException e)
            {
                Assert.True(e.Error is ArtifactIsFolder or ArtifactMissing or ArtifactBusy, $"{e.Error} {string.Concat(log.Lines)}");
            }
        }

        await folders;
        Assert.Empty(log.Lines);
    }

    private static void TryFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            Directory.Delete(path);
        }
        catch (IOException)
        {
            // The file is there.
        }
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
