using System.Text;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Tests.Artifacts;

public sealed class ArtifactRepositoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("artifacts");
    private readonly ArtifactRepository repository;

    public ArtifactRepositoryTests() => repository = new ArtifactRepository(Path.Combine(folder.FullName, "root"));

    public void Dispose() => folder.Delete(recursive: true);

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
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(repository.Root, ArtifactPath.UploadFolder)));
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
