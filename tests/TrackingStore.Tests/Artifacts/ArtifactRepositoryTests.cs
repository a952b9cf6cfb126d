using System.Text;
using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Tests.Support;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Tests.Artifacts;

public sealed class ArtifactRepositoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("artifacts");
    private readonly ArtifactRepository repository;

    public ArtifactRepositoryTests() => repository = ArtifactExtensions.Open(Path.Combine(folder.FullName, "root"));

    public void Dispose()
    {
        repository.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Write_NewAndAgain_IsReadBackWhole()
    {
        await WriteAsync("1/r/artifacts/a.txt", "first, and longer");
        await WriteAsync("1/r/artifacts/a.txt", "second");
        Assert.Equal("second", await ReadAsync("1/r/artifacts/a.txt"));
    }

    [Fact]
    public async Task List_Folder_GivesNamesSizesAndFoldersInOrder()
    {
        await WriteAsync("r/b.txt", "12345");
        await WriteAsync("r/a/x.txt", "1");
        await WriteAsync("r/empty", "");
        Assert.Equal(
            [new ArtifactEntry("a", true, 0), new ArtifactEntry("b.txt", false, 5), new ArtifactEntry("empty", false, 0)],
            repository.List(ArtifactPath.Parse("r")));
        Assert.Empty(repository.List(ArtifactPath.Parse("nothing")));
        Assert.Empty(repository.List(ArtifactPath.Parse("r/b.txt")));
        Assert.Equal(["r"], repository.List(default).Select(entry => entry.Name));
    }

    [Fact]
    public async Task ListPage_GivesSomeNamesInOrder_AndWhereTheRestBegins()
    {
        foreach (var name in (string[])["d", "b/x", "e", "a", "c"]) await WriteAsync("r/" + name, "1");
        Directory.CreateSymbolicLink(Path.Combine(repository.Root, "r", "bb"), "/etc");
        var (all, from) = (new List<string>(), (string?)null);
        do
        {
            var page = repository.ListPage(ArtifactPath.Parse("r"), from, 2, TestContext.Current.CancellationToken);
            all.Add(string.Join(' ', page.Entries.Select(entry => entry.Name)));
            from = page.Next;
        }
        while (from is not null);
        // What leads out of the root is not listed, but counts.
        Assert.Equal(["a b", "c", "d e"], all);
        Assert.Equal(new ArtifactEntry("b", true, 0), repository.Find(ArtifactPath.Parse("r/b")));
        Assert.Equal(new ArtifactEntry("x", false, 1), repository.Find(ArtifactPath.Parse("r/b/x")));
        Assert.Null(repository.Find(ArtifactPath.Parse("r/none")));
        Refuses(new ArtifactPathUnsafe(), () => repository.Find(ArtifactPath.Parse("r/bb")));
    }

    [Fact]
    public async Task Delete_FileFolderAndNothing_Succeeds()
    {
        await WriteAsync("r/a/x.txt", "1");
        repository.Delete(ArtifactPath.Parse("r/a/x.txt"));
        repository.Delete(ArtifactPath.Parse("r/a/x.txt"));
        repository.Delete(ArtifactPath.Parse("r"));
        repository.Delete(ArtifactPath.Parse("r/a/x.txt"));
        Assert.Empty(repository.List(default));
        Refuses(new ArtifactPathUnsafe(), () => repository.Delete(default));
    }

    [Fact]
    public void OpenRead_Nothing_IsMissing() => Refuses(new ArtifactMissing("x"), () => repository.OpenRead(ArtifactPath.Parse("x")));

    [Fact]
    public async Task Write_BelowAFileOrOverAFolder_IsInvalid()
    {
        await WriteAsync("r/a", "1");
        await RefusesAsync(new ArtifactBelowFile("r/a/b"), () => WriteAsync("r/a/b", "2"));
        await RefusesAsync(new ArtifactIsFolder("r"), () => WriteAsync("r", "2"));
        Assert.Equal("1", await ReadAsync("r/a"));
    }

    [Fact]
    public async Task Write_BrokenUpload_LeavesTheOldFileAndNoTrace()
    {
        await WriteAsync("r/a", "old");
        await Assert.ThrowsAsync<IOException>(
            () => repository.WriteAsync(ArtifactPath.Parse("r/a"), new BrokenStream(), TestContext.Current.CancellationToken));
        Assert.Equal("old", await ReadAsync("r/a"));
        Assert.Equal(
            [".lock"],
            Directory.EnumerateFiles(repository.UploadFolder, "*", SearchOption.AllDirectories).Select(Path.GetExtension));
    }

    [Fact]
    public async Task AnyUse_LinkOutOfTheRoot_IsInvalidAndNotListed()
    {
        var outside = Path.Combine(folder.FullName, "secret.txt");
        await File.WriteAllTextAsync(outside, "secret", TestContext.Current.CancellationToken);
        await WriteAsync("r/inside.txt", "fine");
        File.CreateSymbolicLink(Path.Combine(repository.Root, "r", "file"), outside);
        Directory.CreateSymbolicLink(Path.Combine(repository.Root, "r", "folder"), folder.FullName);
        File.CreateSymbolicLink(Path.Combine(repository.Root, "r", "circle"), Path.Combine(repository.Root, "r", "circle"));
        File.CreateSymbolicLink(Path.Combine(repository.Root, "r", "good"), Path.Combine(repository.Root, "r", "inside.txt"));

        Assert.Equal(["good", "inside.txt"], repository.List(ArtifactPath.Parse("r")).Select(entry => entry.Name));
        Assert.Equal("fine", await ReadAsync("r/good"));
        foreach (var path in (string[])["r/file", "r/folder/secret.txt", "r/circle"])
        {
            Refuses(new ArtifactPathUnsafe(), () => repository.OpenRead(ArtifactPath.Parse(path)));
            Refuses(new ArtifactPathUnsafe(), () => repository.Delete(ArtifactPath.Parse(path)));
            await RefusesAsync(new ArtifactPathUnsafe(), () => WriteAsync(path, "x"));
        }

        Refuses(new ArtifactPathUnsafe(), () => repository.List(ArtifactPath.Parse("r/folder")));
        Assert.Equal("secret", await File.ReadAllTextAsync(outside, TestContext.Current.CancellationToken));
    }

    /// <summary>A link whose text begins like the root may lead through a second link, and out.</summary>
    [Fact]
    public async Task AnyUse_LinkThroughAnotherLink_IsFollowedToTheEnd()
    {
        var outside = Directory.CreateDirectory(Path.Combine(folder.FullName, "outside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.txt"), "secret", TestContext.Current.CancellationToken);
        await WriteAsync("r/a/inside.txt", "fine");
        var r = Path.Combine(repository.Root, "r");
        Directory.CreateSymbolicLink(Path.Combine(r, "out"), outside);
        File.CreateSymbolicLink(Path.Combine(r, "deep"), Path.Combine(r, "out", "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(r, "relative"), "out/secret.txt");
        File.CreateSymbolicLink(Path.Combine(r, "up"), "a/../../../outside/secret.txt");
        File.CreateSymbolicLink(Path.Combine(r, "uploads"), Path.Combine("..", ArtifactPath.UploadFolder));
        File.CreateSymbolicLink(Path.Combine(r, "there-and-back"), "../../root/r/a/inside.txt");
        Directory.CreateSymbolicLink(Path.Combine(r, "in"), "a");

        Assert.Equal(["a", "in", "there-and-back"], repository.List(ArtifactPath.Parse("r")).Select(entry => entry.Name));
        Assert.Equal("fine", await ReadAsync("r/there-and-back"));
        Assert.Equal("fine", await ReadAsync("r/in/inside.txt"));
        foreach (var path in (string[])["r/deep", "r/relative", "r/up", "r/out/secret.txt", "r/uploads", "r/uploads/x"])
        {
            Refuses(new ArtifactPathUnsafe(), () => repository.OpenRead(ArtifactPath.Parse(path)));
            Refuses(new ArtifactPathUnsafe(), () => repository.List(ArtifactPath.Parse(path)));
            Refuses(new ArtifactPathUnsafe(), () => repository.Delete(ArtifactPath.Parse(path)));
            await RefusesAsync(new ArtifactPathUnsafe(), () => WriteAsync(path, "x"));
        }

        repository.Delete(ArtifactPath.Parse("r/in"));
        Assert.Equal("fine", await ReadAsync("r/a/inside.txt"));
    }

    [Fact]
    public async Task Root_BehindALink_IsUsed()
    {
        var link = Path.Combine(folder.FullName, "link");
        Directory.CreateSymbolicLink(link, repository.Root);
        using var linked = ArtifactExtensions.Open(link);
        await WriteAsync("r/a", "1");
        Assert.Equal(["a"], linked.List(ArtifactPath.Parse("r")).Select(entry => entry.Name));
    }

    [Fact]
    public void List_ClientThatLeft_Stops()
    {
        Directory.CreateDirectory(Path.Combine(repository.Root, "r", "x"));
        Assert.Throws<OperationCanceledException>(() => repository.List(ArtifactPath.Parse("r"), new CancellationToken(canceled: true)));
    }

    /// <summary>
    /// The deleters do nothing but delete, so that a writer meets each state that the folder can be in. It succeeds, or is asked to try
    /// again; nothing says that the disk takes no writes.
    /// </summary>
    [Fact]
    public async Task Write_IntoAFolderThatOthersKeepDeleting_SucceedsOrIsBusy()
    {
        using var stop = new CancellationTokenSource();
        var deleters = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested) DeleteOrMiss(Path.Combine(repository.Root, "r"));
        })).ToList();
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++) await WriteOrBusyAsync($"r/a/b/c/{writer}");
        }));
        await Task.WhenAll(writers);
        await stop.CancelAsync();
        await Task.WhenAll(deleters);

        async Task WriteOrBusyAsync(string path)
        {
            try
            {
                await WriteAsync(path, "text");
            }
            catch (TrackingException e) when (e.Error is ArtifactBusy)
            {
                // The deleters were faster a hundred times.
            }
        }

        static void DeleteOrMiss(string path)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                // A writer was faster; the next turn deletes it.
            }
        }
    }

    /// <summary>Writers, readers and deleters of the same folder see a file or none, and nobody sees an error.</summary>
    [Fact]
    public async Task AnyUse_OfAFolderThatOthersDelete_FindsSomethingOrNothing()
    {
        var work = Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                if (worker % 4 == 0) repository.Delete(ArtifactPath.Parse("r/a"));
                else if (worker % 4 == 1) repository.List(ArtifactPath.Parse("r/a/b"));
                else if (worker % 4 == 2) await WriteAsync($"r/a/b/c/{worker}-{i % 3}", "text");
                else await ReadOrMissAsync($"r/a/b/c/{worker - 1}-{i % 3}");
            }
        }));
        await Task.WhenAll(work);
        repository.Delete(ArtifactPath.Parse("r/a"));
        Assert.Empty(repository.List(ArtifactPath.Parse("r")));
        Assert.All(
            Directory.EnumerateFiles(repository.UploadFolder, "*", SearchOption.AllDirectories),
            file => Assert.Equal(".lock", Path.GetExtension(file)));

        async Task ReadOrMissAsync(string path)
        {
            try
            {
                Assert.Equal("text", await ReadAsync(path));
            }
            catch (TrackingException e)
            {
                Assert.IsType<ArtifactMissing>(e.Error);
            }
        }
    }

    [Fact]
    public async Task Start_SweepsInterruptedUploads_ButNotThoseOfAnotherProcess()
    {
        var uploads = repository.UploadFolder;
        var dead = Directory.CreateDirectory(Path.Combine(uploads, "dead")).FullName;
        await File.WriteAllTextAsync(dead + ".lock", "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(dead, "half"), "half a file", TestContext.Current.CancellationToken);
        var loose = Path.Combine(uploads, "loose");
        await File.WriteAllTextAsync(loose, "of an earlier version", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(loose, DateTime.UtcNow.AddDays(-2));

        // An upload of the living repository, and its place while it is under way.
        var content = new WaitingStream();
        var upload = repository.WriteAsync(ArtifactPath.Parse("r/a"), content, TestContext.Current.CancellationToken);
        await content.IsRead;
        using (var other = ArtifactExtensions.Open(repository.Root))
        {
            Assert.Single(Directory.EnumerateDirectories(uploads));
            Assert.False(File.Exists(loose));
            content.End();
            await upload;
        }

        repository.Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(uploads));
        Assert.Equal("whole", await File.ReadAllTextAsync(Path.Combine(repository.Root, "r", "a"), TestContext.Current.CancellationToken));
    }

    /// <summary>Stands for a full disk: the error of both is one of the disk, not of the client.</summary>
    [Fact]
    public async Task Write_ToADiskThatTakesNothing_IsAnOutageLoggedOnce()
    {
        var log = new LogLines();
        var root = Path.Combine(folder.FullName, "full");
        using var full = new ArtifactRepository(root, TimeProvider.System, new Outage("The disk", TimeProvider.System, log));
        // The place of uploads is a file, so none can be made.
        await File.WriteAllTextAsync(full.UploadFolder, "", TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            var error = await Assert.ThrowsAsync<TrackingException>(() => WriteAsync(full, "r/a"));
            Assert.IsType<ArtifactsUnwritable>(error.Error);
        }

        File.Delete(full.UploadFolder);
        await WriteAsync(full, "r/a");
        Assert.Equal(2, log.Lines.Count);
        Assert.StartsWith("Error The disk does not work: ", log.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Warning The disk works again, after ", log.Lines[1], StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(
            () => full.WriteAsync(ArtifactPath.Parse("r/a"), new BrokenStream(), TestContext.Current.CancellationToken));
        Assert.Equal(2, log.Lines.Count);

        static Task WriteAsync(ArtifactRepository repository, string path) => repository.WriteAsync(
            ArtifactPath.Parse(path), new MemoryStream([1]), TestContext.Current.CancellationToken);
    }

    private static void Refuses(TrackingError error, Action action) => Assert.Equal(error, Assert.Throws<TrackingException>(action).Error);

    private static async Task RefusesAsync(TrackingError error, Func<Task> action) =>
        Assert.Equal(error, (await Assert.ThrowsAsync<TrackingException>(action)).Error);

    private Task WriteAsync(string path, string text) =>
        repository.WriteAsync(
            ArtifactPath.Parse(path),
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            TestContext.Current.CancellationToken);

    private async Task<string> ReadAsync(string path)
    {
        using var reader = new StreamReader(repository.OpenRead(ArtifactPath.Parse(path)));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
