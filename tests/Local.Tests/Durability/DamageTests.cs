using DynamoToolkit.Local.Durability;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class DamageTests : IDisposable
{
    private static readonly LocalDynamoOptions Unforced = new() { FlushToDisk = false };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_AcknowledgedWritesCutOff_RefusesAndRecoversEveryWholeWrite()
    {
        var lengths = await WriteSmallLogAsync();
        var files = folder.ReadAll();
        var name = Path.GetFileName(folder.LastLog);

        for (var cut = 0; cut < lengths[^1]; cut++)
        {
            var damaged = new Dictionary<string, byte[]>(files) { [name] = files[name][..cut] };
            folder.Reset(damaged);
            var whole = lengths.Count(length => length <= cut) - 1;

            var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path, Unforced));
            Assert.Contains(name, exception.Message, StringComparison.Ordinal);
            Assert.Contains($"acknowledged writes end at offset {lengths[^1]}", exception.Message, StringComparison.Ordinal);
            Assert.Equal(damaged, folder.ReadAll());

            using (var engine = LocalDynamo.Open(folder.Path, new() { FlushToDisk = false, Recover = true }, new FailingDisk()))
            {
                Assert.Equal(Math.Max(whole, 0), await CountAsync(engine));
                Assert.Contains(name, Assert.Single(engine.Recovery!.Losses), StringComparison.Ordinal);
                Assert.Equal(damaged[name], await File.ReadAllBytesAsync(
                    Path.Combine(engine.Recovery.DamagedFiles!, name), TestContext.Current.CancellationToken));
                if (whole >= 0)
                    await Content.PutAsync(engine, "later", 1);
            }

            using var again = LocalDynamo.Open(folder.Path, Unforced, new FailingDisk());
            Assert.Empty(again.Recovery!.Losses);
            Assert.Equal(whole < 0 ? 0 : whole + 1, await CountAsync(again));
        }
    }

    [Fact]
    public async Task Open_EndsWithinAWriteThatWasNotAcknowledged_ReportsTheDroppedBytes()
    {
        byte[] head;
        using (var engine = LocalDynamo.Open(folder.Path, Unforced))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "k", 1);
            head = await File.ReadAllBytesAsync(folder.Head, TestContext.Current.CancellationToken);
            await Content.PutAsync(engine, "k", 2);
        }

        // The process was killed while it wrote the second item, so it did not get to the head.
        var files = folder.ReadAll();
        files["head"] = head;
        var name = Path.GetFileName(folder.LastLog);
        var log = files[name];
        var kept = Head.TryRead(head.AsSpan(0, Head.Length), out var first, out _) ? first.Written : 0;
        kept = Math.Max(kept, Head.TryRead(head.AsSpan(512), out var second, out _) ? second.Written : 0);

        for (var cut = (int)kept; cut <= log.Length; cut++)
        {
            files[name] = log[..cut];
            folder.Reset(files);

            using var engine = LocalDynamo.Open(folder.Path, Unforced);

            Assert.Equal(cut == log.Length ? 0 : cut - kept, engine.Recovery!.DroppedBytes);
            Assert.Equal(cut == log.Length ? ["k=2"] : ["k=1"], await Content.ReadAsync(engine));
            Assert.Empty(engine.Recovery.Losses);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AnyFileDeleted_NamesIt(bool compacted)
    {
        using (var engine = LocalDynamo.Open(folder.Path, new() { CompactionThreshold = compacted ? 1 : long.MaxValue }))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);
        }

        var files = folder.ReadAll();
        Assert.Equal(compacted ? 3 : 2, files.Count);
        foreach (var name in files.Keys)
        {
            var rest = new Dictionary<string, byte[]>(files);
            rest.Remove(name);
            folder.Reset(rest);

            var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path));

            Assert.Contains(name, exception.Message, StringComparison.Ordinal);
            Assert.Contains("--recover", exception.Message, StringComparison.Ordinal);
            Assert.Equal(rest, folder.ReadAll());

            using var engine = LocalDynamo.Open(folder.Path, new() { Recover = true });
            Assert.Contains(engine.Recovery!.Losses, loss => loss.Contains(name, StringComparison.Ordinal));
            if (name == "head")
                Assert.Equal(["a=1"], await Content.ReadAsync(engine));
        }
    }

    [Fact]
    public async Task Open_AnyByteChanged_NamesFileAndOffsetAndChangesNothing()
    {
        var lengths = await WriteSmallLogAsync();
        var path = folder.LastLog;
        var log = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var beginning = 8 + new LogBeginning(0, 0).ToRecord().Length;

        for (var offset = 0; offset < log.Length; offset++)
        {
            foreach (var mask in (byte[])[0x01, 0x80, 0xFF])
            {
                var damaged = log.ToArray();
                damaged[offset] ^= mask;
                await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);

                var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path));

                var start = lengths.Prepend(beginning).Prepend(8).Where(length => length <= offset).DefaultIfEmpty(0).Max();
                Assert.Contains(path, exception.Message, StringComparison.Ordinal);
                Assert.Contains($"at offset {(offset < 8 ? 0 : start)}:", exception.Message, StringComparison.Ordinal);
                Assert.Equal(damaged, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public async Task Open_ZerosBehindTheLog_TakesThemForUnwrittenBlocks()
    {
        await WriteSmallLogAsync();
        await using (var file = new FileStream(folder.LastLog, FileMode.Append))
            await file.WriteAsync(new byte[5000], TestContext.Current.CancellationToken);

        using var engine = LocalDynamo.Open(folder.Path);

        Assert.Equal(5, await CountAsync(engine));
        Assert.Equal(5000, engine.Recovery!.DroppedBytes);
    }

    [Fact]
    public async Task Open_SnapshotDamaged_NamesIt()
    {
        using (var engine = LocalDynamo.Open(folder.Path, new() { CompactionThreshold = 1 }))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);
        }

        // Also if it was cut between two records.
        var snapshot = folder.DataFiles.Last(static file => file.Contains("snapshot", StringComparison.Ordinal));
        var files = folder.ReadAll();
        var bytes = files[Path.GetFileName(snapshot)];
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            files[Path.GetFileName(snapshot)] = bytes[..cut];
            folder.Reset(files);

            var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path));
            Assert.Contains(snapshot, exception.Message, StringComparison.Ordinal);

            using var engine = LocalDynamo.Open(folder.Path, new() { Recover = true }, new FailingDisk());
            Assert.Contains(engine.Recovery!.Losses, loss => loss.Contains(snapshot, StringComparison.Ordinal));
        }
    }

    // Writes one table and five items, each as a record. Returns the length of the log after each.
    private async Task<List<long>> WriteSmallLogAsync()
    {
        var lengths = new List<long>();
        using var engine = LocalDynamo.Open(folder.Path);
        await engine.CreateTableAsync();
        lengths.Add(new FileInfo(folder.LastLog).Length);
        for (var i = 0; i < 5; i++)
        {
            await Content.PutAsync(engine, $"k{i}", i);
            lengths.Add(new FileInfo(folder.LastLog).Length);
        }

        return lengths;
    }

    private static async Task<int> CountAsync(LocalDynamo engine)
    {
        var tables = await engine.OkAsync("ListTables", "{}");
        return tables.GetProperty("TableNames").GetArrayLength() == 0 ? 0 : (await Content.ReadAsync(engine)).Count;
    }
}
