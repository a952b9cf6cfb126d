using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder copies = new();

    private string Copy => Path.Combine(copies.Path, "copy");

    public void Dispose()
    {
        folder.Dispose();
        copies.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Backup_WhileOthersWrite_IsOneMoment(bool inMemory)
    {
        using (var engine = inMemory ? LocalDynamo.InMemory() : LocalDynamo.Open(folder.Path, new() { CompactionThreshold = 1000 }))
        {
            await engine.CreateTableAsync();
            await WriteDuringAsync(engine, () => engine.BackupAsync(Copy, TestContext.Current.CancellationToken));
        }

        await CheckAsync(Copy);
    }

    [Fact]
    public async Task CopyFolder_OfAnEngineThatIsOpen_HasEveryAcknowledgedWrite()
    {
        using var engine = LocalDynamo.Open(folder.Path, new() { CompactionThreshold = 1000 });
        await engine.CreateTableAsync();
        await WriteDuringAsync(engine, () => LocalDynamo.CopyFolderAsync(folder.Path, Copy, TestContext.Current.CancellationToken));

        await CheckAsync(Copy);
    }

    [Fact]
    public async Task CopyFolder_ToAFolderWithData_IsRefused()
    {
        using (var engine = LocalDynamo.Open(folder.Path))
            await engine.CreateTableAsync();
        await LocalDynamo.CopyFolderAsync(folder.Path, Copy, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<LocalDataException>(
            () => LocalDynamo.CopyFolderAsync(folder.Path, Copy, TestContext.Current.CancellationToken));

        Assert.Contains("has data already", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CancelledCopies_LeaveNothing_NotEvenLater(bool isCopy)
    {
        using var engine = LocalDynamo.Open(folder.Path);
        await engine.CreateTableAsync();
        await WriteDuringAsync(engine, static () => Task.CompletedTask);
        using var early = new CancellationTokenSource();
        early.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(early.Token));
        for (var i = 0; i < 20; i++)
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(i));
            try
            {
                await CopyAsync(source.Token);
                Directory.Delete(Copy, recursive: true);
            }
            catch (OperationCanceledException)
            {
                Assert.False(Directory.Exists(Copy));
            }
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(copies.Path));

        Task CopyAsync(CancellationToken token) =>
            isCopy ? LocalDynamo.CopyFolderAsync(folder.Path, Copy, token) : engine.BackupAsync(Copy, token);
    }

    [Fact]
    public async Task CancelledCopy_ToAFolderWithOtherFiles_KeepsThem()
    {
        using var engine = LocalDynamo.Open(folder.Path);
        await engine.CreateTableAsync();
        await WriteDuringAsync(engine, static () => Task.CompletedTask);
        string[] others = ["notes.tmp", "log-x.tmp", "head.txt"];
        Directory.CreateDirectory(Copy);
        foreach (var other in others)
            await File.WriteAllTextAsync(Path.Combine(Copy, other), "mine", TestContext.Current.CancellationToken);
        for (var i = 0; i < 20; i++)
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMicroseconds(200 * i));
            try
            {
                await engine.BackupAsync(Copy, source.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(others.Order(), Names().Except(["lock"]).Order());
            }
        }

        Assert.Empty(others.Except(Names()));

        IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(Copy).Select(path => Path.GetFileName(path));
    }

    [Fact]
    public async Task CopyFolder_OfADamagedFolder_IsRefusedAndLeavesNothing()
    {
        using (var engine = LocalDynamo.Open(folder.Path))
            await engine.CreateTableAsync();
        File.Delete(folder.LastLog);

        var exception = await Assert.ThrowsAsync<LocalDataException>(
            () => LocalDynamo.CopyFolderAsync(folder.Path, Copy, TestContext.Current.CancellationToken));

        Assert.Contains("is missing", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Copy));
    }

    [Fact]
    public async Task Commands_BackUpAFolderInUseAndRestoreIt()
    {
        var restored = Path.Combine(copies.Path, "restored");
        using (var server = await ServerProcess.StartAsync(folder.Path))
        using (var client = server.CreateClient())
        {
            var ct = TestContext.Current.CancellationToken;
            await client.CreateTableAsync("tab", [new("p", "HASH")], [new("p", "S")], new ProvisionedThroughput(1, 1), ct);
            await client.PutItemAsync("tab", new() { ["p"] = new("a"), ["n"] = new() { N = "1" } }, ct);
            Assert.Equal(0, await ServerProcess.RunAsync("backup", "--data", folder.Path, "--to", Copy));
        }

        Assert.Equal(0, await ServerProcess.RunAsync("restore", "--from", Copy, "--data", restored));
        Assert.Equal(1, await ServerProcess.RunAsync("restore", "--from", Copy, "--data", restored));
        using var engine = LocalDynamo.Open(restored);
        Assert.Equal(["a=1"], await Content.ReadAsync(engine));
    }

    // At least one write is acknowledged before the copy begins, and others are made meanwhile.
    private async Task WriteDuringAsync(LocalDynamo engine, Func<Task> copy)
    {
        var written = 0;
        using var ends = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 1; !ends.IsCancellationRequested; i++)
            {
                await engine.OkAsync("BatchWriteItem", $$$"""
                    {"RequestItems":{"tab":[{"PutRequest":{"Item":{"p":{"S":"a"},"n":{"N":"{{{i}}}"} } } },
                     {"PutRequest":{"Item":{"p":{"S":"b"},"n":{"N":"{{{i}}}"} } } }]} }
                    """);
                Volatile.Write(ref written, i);
            }
        });
        while (Volatile.Read(ref written) < 20)
            await Task.Yield();

        atStart = Volatile.Read(ref written);
        await copy();
        await ends.CancelAsync();
        await writer;
        atEnd = written;
    }

    private int atStart;
    private int atEnd;

    private async Task CheckAsync(string path)
    {
        using var engine = LocalDynamo.Open(path);
        var items = await Content.ReadAsync(engine);
        var value = int.Parse(items[0].Split('=')[1], null);
        Assert.Equal([$"a={value}", $"b={value}"], items);
        Assert.InRange(value, atStart, atEnd);
        Assert.Equal(0, engine.Recovery!.DroppedBytes);
    }
}
