using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>What writers have to wait for when a snapshot begins, and what flushes of the log have to wait for when it ends.</summary>
public sealed class SnapshotWaitTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string Text = new('x', 350_000);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_ThatEndsALongLog_FlushesLittleOfIt()
    {
        var disk = new WatchedDisk();
        using var engine = Open(disk, 24 * Megabyte);
        await engine.CreateTableAsync();

        for (var i = 0; folder.DataFiles.Length < 3 && i < 200; i++)
        {
            await PutAsync(engine, i % 80);
            Assert.True(SpinWait.SpinUntil(() => disk.Unflushed < 2 * Megabyte, Patience), "Nothing flushes the log.");
        }

        Assert.InRange(disk.MaxFlushBeforeLog, 1, 3 * Megabyte);
    }

    [Fact]
    public async Task Snapshot_ThatReplacesLongFiles_FreesThemInSteps()
    {
        var disk = new WatchedDisk();
        using (var engine = Open(disk, 24 * Megabyte))
        {
            await engine.CreateTableAsync();
            for (var i = 0; !disk.Deleted.Contains("snapshot-00000001") && i < 3000; i++)
            {
                await PutAsync(engine, i % 80);

                // Snapshots are taken in the background, which may be slow.
                if (i > 200)
                    await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        Assert.Contains("log-00000001", disk.Deleted);
        Assert.Contains("snapshot-00000001", disk.Deleted);
        Assert.InRange(disk.MaxDeleted, 1, 16 * Megabyte);
        using var reopened = Open(disk, 24 * Megabyte);
        for (var i = 0; i < 80; i++)
        {
            var answer = await reopened.OkAsync("GetItem", $$"""{"TableName":"tab","Key":{"p":{"S":"{{i}}"} } }""");
            Assert.True(answer.TryGetProperty("Item", out _));
        }
    }

    [Fact]
    public async Task BackgroundFlush_ThatFails_IsReportedAndWritesGoOn()
    {
        var disk = new FailingDisk();
        using var engine = Open(disk, 100 * Megabyte);
        await engine.CreateTableAsync();
        disk.FailsFlushes = true;

        for (var i = 0; i < 8; i++)
            await PutAsync(engine, i);

        Assert.True(SpinWait.SpinUntil(() => engine.SnapshotProblem is not null, Patience));
        Assert.Contains("cannot flush", engine.SnapshotProblem, StringComparison.Ordinal);
        Assert.Null(engine.WriteProblem);
    }

    /// <summary>Two of them would write at the same time, and the first one also after the engine is closed.</summary>
    [Fact]
    public async Task Snapshot_DoesNotBeginBeforeTheOneBeforeItHasEnded()
    {
        using (var first = LocalDynamo.Open(folder.Path))
            await first.CreateTableAsync();
        using var disk = new HeldDisk();
        using (var engine = LocalDynamo.Open(folder.Path, new LocalDynamoOptions { CompactionThreshold = 1 }, disk))
        {
            disk.HoldFlushes();
            var put = PutAsync(engine, 1);
            Assert.True(disk.Held.Wait(Patience, TestContext.Current.CancellationToken), "Nothing is flushed.");
            var second = PutAsync(engine, 2);
            disk.ReleaseFlushes();
            await Task.WhenAll(put, second);
            await PutAsync(engine, 3);
            disk.ReleaseSnapshots();
        }

        Assert.Equal(1, disk.Snapshots);
        Assert.Equal(["log-00000001", "snapshot-00000001"], folder.DataFiles.Select(static file => Path.GetFileName(file)));
    }

    private static Task PutAsync(LocalDynamo engine, int key) =>
        engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{key}}"},"x":{"S":"{{Text}}"} } }""");

    private LocalDynamo Open(Local.Durability.Disk disk, long threshold) =>
        LocalDynamo.Open(folder.Path, new LocalDynamoOptions { FlushToDisk = false, CompactionThreshold = threshold }, disk);
}
