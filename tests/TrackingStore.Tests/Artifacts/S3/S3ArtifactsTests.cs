using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;
using TrackingStore.Artifacts;
using TrackingStore.Artifacts.S3;
using TrackingStore.Errors;
using TrackingStore.Tests.Support;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>Artifacts in a bucket of a real server.</summary>
[Collection(S3Collection.Name)]
public sealed class S3ArtifactsTests(RadosGateway s3) : IDisposable
{
    private const int PartSize = 8 * 1024 * 1024;
    private readonly string prefix = Guid.NewGuid().ToString("N");
    private S3Artifacts? opened;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private S3Artifacts Artifacts => opened ??= s3.Open(prefix);

    public void Dispose() => opened?.Dispose();

    [Theory]
    [InlineData("1/r/artifacts/a.txt")]
    [InlineData("a b/c  d.txt")]
    [InlineData("a+b/c+d")]
    [InlineData("100%/50%25 off&x=y;z")]
    [InlineData("Ärger/日本語/🦆.json")]
    [InlineData("quote'\"(1)[2]{3}~*!$,:@=?")]
    public async Task AnyName_IsWrittenListedReadAndDeleted(string path)
    {
        await WriteAsync(path, "first, and longer");
        await WriteAsync(path, "second");
        Assert.Equal("second", await ReadAsync(path));
        var (file, folder) = (ArtifactPath.Parse(path), ArtifactPath.Parse(path).Parent);
        Assert.Equal([new ArtifactEntry(file.Name, false, 6)], await Artifacts.ListAsync(folder, Ct));
        await Artifacts.DeleteAsync(file, Ct);
        await Artifacts.DeleteAsync(file, Ct);
        Assert.Empty(await Artifacts.ListAsync(folder, Ct));
        await RefusesAsync(new ArtifactMissing(path), () => ReadAsync(path));
    }

    [Fact]
    public async Task List_Folder_GivesOneLevelInOrder_AcrossPages()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 1005), Ct, async (i, _) => await WriteAsync($"r/f{i:0000}", "1"));
        await WriteAsync("r/a/x.txt", "12");
        await WriteAsync("r2", "other");
        var entries = await Artifacts.ListAsync(ArtifactPath.Parse("r"), Ct);
        Assert.Equal(
            [new ArtifactEntry("a", true, 0), .. Enumerable.Range(0, 1005).Select(i => new ArtifactEntry($"f{i:0000}", false, 1))],
            entries);
        Assert.Empty(await Artifacts.ListAsync(ArtifactPath.Parse("r2"), Ct));
        Assert.Equal(["r", "r2"], (await Artifacts.ListAsync(default, Ct)).Select(entry => entry.Name));
        Assert.InRange(
            await Artifacts.LastWriteAsync(ArtifactPath.Parse("r"), Ct),
            DateTimeOffset.UtcNow - TimeSpan.FromMinutes(10),
            DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1));

        await Artifacts.DeleteAsync(ArtifactPath.Parse("r"), Ct);
        Assert.Equal(["r2"], (await Artifacts.ListAsync(default, Ct)).Select(entry => entry.Name));
        await RefusesAsync(new ArtifactPathUnsafe(), () => Artifacts.DeleteAsync(default, Ct));
    }

    [Fact]
    public async Task ListPage_ReadsThePageOnly_InTheOrderOfTheBucket()
    {
        string[] names = ["a", "a-b", "a/x", "a/y/z", "a0", "b+ %25", "\uFFFC", "🦆"];
        foreach (var name in names) await WriteAsync("r/" + name, "1");
        using var client = new CountingS3(s3.Endpoint);
        using var artifacts = s3.Open(prefix, client);
        var (all, from) = (new List<string>(), (string?)null);
        do
        {
            var page = await artifacts.ListPageAsync(ArtifactPath.Parse("r"), from, 2, Ct);
            Assert.InRange(page.Entries.Count, 1, 2);
            all.AddRange(page.Entries.Select(entry => entry.IsFolder ? entry.Name + '/' : entry.Name));
            from = page.Next;
        }
        while (from is not null);
        Assert.Equal(["a", "a-b", "a/", "a0", "b+ %25", "\uFFFC", "🦆"], all);
        Assert.Equal(4, client.Lists);
        Assert.Empty((await artifacts.ListPageAsync(ArtifactPath.Parse("r/a-b"), null, 2, Ct)).Entries);

        Assert.Equal(new ArtifactEntry("a", false, 1), await artifacts.FindAsync(ArtifactPath.Parse("r/a"), Ct));
        Assert.Equal(new ArtifactEntry("y", true, 0), await artifacts.FindAsync(ArtifactPath.Parse("r/a/y"), Ct));
        Assert.Null(await artifacts.FindAsync(ArtifactPath.Parse("r/a/none"), Ct));
    }

    /// <summary>Clients that write to the bucket themselves may use names that would lead somewhere else on a disk.</summary>
    [Fact]
    public async Task List_NamesThatNoPathHas_AreLeftOut()
    {
        using var client = s3.Connect();
        foreach (var name in (string[])["r/good", "r/..", "r/../up", "r//empty", "r/back\\slash", "r/"])
        {
            var (bucket, key) = (RadosGateway.Bucket, $"{prefix}/{name}");
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "x" }, Ct);
        }

        Assert.Equal(["good"], (await Artifacts.ListAsync(ArtifactPath.Parse("r"), Ct)).Select(entry => entry.Name));
        await Artifacts.DeleteAsync(ArtifactPath.Parse("r"), Ct);
        Assert.Empty(await Artifacts.ListAsync(ArtifactPath.Parse("r"), Ct));
    }

    /// <summary>XML has no such characters, and the key is also where the next page of a list begins.</summary>
    [Fact]
    public async Task List_NamesThatXmlCannotHave_AreLeftOut_AcrossPages()
    {
        using var client = s3.Connect();
        string[] bad = ["r/a\u0001", "r/b\u001F/deep", "r/c\u007F", "r/d\uFFFE", "r/zz\u0001", "r/zz\u0002/deep"];
        string[] good = [.. Enumerable.Range(0, 1000 - 5).Select(i => $"r/m+ %25 {i:0000}"), "r/zzz"];
        await Parallel.ForEachAsync(bad.Concat(good), Ct, async (name, _) => await client.PutObjectAsync(
            new PutObjectRequest { BucketName = RadosGateway.Bucket, Key = $"{prefix}/{name}", ContentBody = "x" }, Ct));
        await client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = RadosGateway.Bucket, Key = $"{prefix}/r/a\u0001+%25 b" }, Ct);
        Assert.Equal(good.Select(name => name[2..]), (await Artifacts.ListAsync(ArtifactPath.Parse("r"), Ct)).Select(entry => entry.Name));
        Assert.NotEqual(default, await Artifacts.LastWriteAsync(ArtifactPath.Parse("r"), Ct));
        Assert.Equal(1, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: false, Ct));
        Assert.Equal(0, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
        await Artifacts.DeleteAsync(ArtifactPath.Parse("r"), Ct);
        var rest = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = RadosGateway.Bucket, Prefix = prefix }, Ct);
        Assert.Empty(rest.S3Objects ?? []);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PartSize - 1)]
    [InlineData(PartSize)]
    [InlineData((2 * PartSize) + 12345)]
    public async Task File_OfAnySize_IsReadBackFromAnywhere(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        await Artifacts.WriteAsync(ArtifactPath.Parse("big"), new TricklingStream(content), Ct);
        await using var stream = await Artifacts.OpenReadAsync(ArtifactPath.Parse("big"), Ct);
        Assert.Equal(size, stream.Length);
        Assert.Equal(content, await RestAsync(stream));
        if (size == 0) return;
        foreach (var from in (int[])[0, size / 2, size - 1])
        {
            stream.Seek(from, SeekOrigin.Begin);
            Assert.Equal(content[from..], await RestAsync(stream));
        }

        Assert.Equal(0, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
    }

    [Fact]
    public async Task BrokenUpload_LeavesTheOldFileAndNoParts()
    {
        await WriteAsync("r/a", "old");
        await Assert.ThrowsAsync<IOException>(() => Artifacts.WriteAsync(ArtifactPath.Parse("r/a"), new BrokenStream(), Ct));
        var late = new TricklingStream(new byte[3 * PartSize]) { BreaksAfter = 2 * PartSize };
        await Assert.ThrowsAsync<IOException>(() => Artifacts.WriteAsync(ArtifactPath.Parse("r/a"), late, Ct));
        Assert.Equal("old", await ReadAsync("r/a"));
        Assert.Equal(0, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
    }

    /// <summary>Its id is in the answer that nobody waits for.</summary>
    [Fact]
    public async Task UploadWhoseLastAnswerWasLost_IsDone_AndNoOutage()
    {
        var log = new LogLines();
        using var artifacts = s3.Open(prefix, new RepeatingS3(s3.Endpoint), log);
        var content = RandomNumberGenerator.GetBytes(PartSize + 5);
        for (var i = 0; i < 5; i++) await artifacts.WriteAsync(ArtifactPath.Parse("a"), new MemoryStream(content), Ct);
        Assert.Equal([new ArtifactEntry("a", false, content.Length)], await artifacts.ListAsync(default, Ct));
        Assert.Empty(log.Lines);
        Assert.False(artifacts.IsFailing);
    }

    [Fact]
    public async Task ClientThatLeavesWhileAnUploadBegins_LeavesNoUpload()
    {
        using var leaving = new CancellationTokenSource();
        using var client = new LeavingS3(s3.Endpoint, leaving);
        using var artifacts = s3.Open(prefix, client);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => artifacts.WriteAsync(ArtifactPath.Parse("r/a"), new MemoryStream(new byte[PartSize + 1]), leaving.Token));
        Assert.Equal(1, client.Begun);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => artifacts.Multipart.BeginAsync(ArtifactPath.Parse("r/a"), 2, new CancellationToken(canceled: true)));
        Assert.Equal(0, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
    }

    /// <summary>Each upload has a part of its file in memory.</summary>
    [Fact]
    public async Task UploadWithoutMemory_IsRefused_AndSmallOnesGoOn()
    {
        var limits = new S3Limits { UploadMemory = PartSize, Patience = TimeSpan.FromMilliseconds(100) };
        using var artifacts = s3.Open(prefix, limits: limits);
        using var first = new PausingStream(new byte[100_000], pausesAfter: 80_000);
        var uploading = artifacts.WriteAsync(ArtifactPath.Parse("r/first"), first, Ct);
        await first.IsPaused;
        var error = await Assert.ThrowsAsync<TrackingException>(() => UploadAsync("r/second", 100_000));
        Assert.IsType<UploadsWaiting>(error.Error);
        await UploadAsync("r/small", 60_000);
        first.GoOn();
        await uploading;
        await UploadAsync("r/second", (2 * PartSize) + 1);
        await Assert.ThrowsAsync<IOException>(
            () => artifacts.WriteAsync(ArtifactPath.Parse("r/a"), new TricklingStream(new byte[PartSize]) { BreaksAfter = 100_000 }, Ct));
        await UploadAsync("r/second", 100_000);
        Assert.Equal(3, (await artifacts.ListAsync(ArtifactPath.Parse("r"), Ct)).Count);

        Task UploadAsync(string path, int size) =>
            artifacts.WriteAsync(ArtifactPath.Parse(path), new TricklingStream(new byte[size]), Ct);
    }

    [Fact]
    public async Task FileOfMorePartsThanThereMayBe_IsRefused_AndLeavesNothing()
    {
        var limits = new S3Limits { PartSize = 5 * 1024 * 1024, MaxParts = 2 };
        using var artifacts = s3.Open(prefix, limits: limits);
        Assert.Equal(2L * limits.PartSize, artifacts.MaxFileBytes);
        await artifacts.WriteAsync(ArtifactPath.Parse("r/a"), new TricklingStream(new byte[2 * limits.PartSize]), Ct);
        await RefusesAsync(
            new ArtifactTooLarge(2L * limits.PartSize),
            () => artifacts.WriteAsync(ArtifactPath.Parse("r/b"), new TricklingStream(new byte[(2 * limits.PartSize) + 1]), Ct));
        Assert.Equal(["a"], (await artifacts.ListAsync(ArtifactPath.Parse("r"), Ct)).Select(entry => entry.Name));
        Assert.Equal(0, await artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
    }

    [Fact]
    public async Task OpenUploads_AreLimitedForEachExperiment()
    {
        using var artifacts = s3.Open(prefix, limits: new S3Limits { MaxOpenUploads = 2 });
        var path = ArtifactPath.Parse("1/r/a");
        var first = await artifacts.Multipart.BeginAsync(path, 2, Ct);
        await artifacts.Multipart.BeginAsync(ArtifactPath.Parse("1/s/b"), 2, Ct);
        await RefusesAsync(new UploadsFull("1", 2), () => artifacts.Multipart.BeginAsync(path, 2, Ct));
        await artifacts.Multipart.BeginAsync(ArtifactPath.Parse("2/r/a"), 2, Ct);
        await artifacts.Multipart.BeginAsync(ArtifactPath.Parse("10/r/a"), 2, Ct);
        await artifacts.Multipart.AbortAsync(path, first.Id, Ct);
        await artifacts.Multipart.BeginAsync(path, 2, Ct);
    }

    [Fact]
    public async Task FileReplacedWhileItIsRead_IsAnError_NotAMixture()
    {
        await WriteAsync("r/a", new string('a', 100));
        await using var stream = await Artifacts.OpenReadAsync(ArtifactPath.Parse("r/a"), Ct);
        await WriteAsync("r/a", new string('b', 100));
        stream.Seek(50, SeekOrigin.Begin);
        await RefusesAsync(new ArtifactBusy("r/a"), () => RestAsync(stream));
    }

    [Fact]
    public async Task UnfinishedUploads_AreRemovedWhenTheyAreOld()
    {
        await Artifacts.Multipart.BeginAsync(ArtifactPath.Parse("r/a"), 2, Ct);
        await Artifacts.Multipart.BeginAsync(ArtifactPath.Parse("r/b"), 2, Ct);
        Assert.Equal(0, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.UtcNow - TimeSpan.FromDays(1), isDryRun: false, Ct));
        Assert.Equal(2, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
        Assert.Equal(2, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: false, Ct));
        Assert.Equal(0, await Artifacts.RemoveUnfinishedAsync(DateTimeOffset.MaxValue, isDryRun: true, Ct));
    }

    [Fact]
    public async Task PathLongerThanAKey_IsRefused() =>
        await RefusesAsync(new ArtifactPathUnsafe(), () => WriteAsync(string.Join('/', Enumerable.Repeat(new string('x', 200), 5)), "x"));

    private static async Task<byte[]> RestAsync(Stream stream)
    {
        var rest = new MemoryStream();
        await stream.CopyToAsync(rest, Ct);
        return rest.ToArray();
    }

    private static async Task RefusesAsync(TrackingError expected, Func<Task> act) =>
        Assert.Equal(expected, (await Assert.ThrowsAsync<TrackingException>(act)).Error);

    private Task WriteAsync(string path, string text) =>
        Artifacts.WriteAsync(ArtifactPath.Parse(path), new MemoryStream(Encoding.UTF8.GetBytes(text)), Ct);

    private async Task<string> ReadAsync(string path)
    {
        await using var stream = await Artifacts.OpenReadAsync(ArtifactPath.Parse(path), Ct);
        return Encoding.UTF8.GetString(await RestAsync(stream));
    }
}
