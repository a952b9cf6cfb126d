using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class DamageTests : IDisposable
{
    private static readonly LocalDynamoOptions Unforced = new() { FlushToDisk = false };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_LogCutAtAnyByte_HasEveryWriteThatIsWhole()
    {
        var lengths = await WriteSmallLogAsync();
        var log = await File.ReadAllBytesAsync(folder.DataFiles[0], TestContext.Current.CancellationToken);

        for (var cut = 0; cut <= log.Length; cut++)
        {
            await File.WriteAllBytesAsync(folder.DataFiles[0], log[..cut], TestContext.Current.CancellationToken);
            var whole = lengths.Count(length => length <= cut) - 1;
            using (var engine = LocalDynamo.Open(folder.Path, Unforced))
            {
                Assert.Equal(Math.Max(whole, 0), await CountAsync(engine));
                if (whole >= 0)
                    await Content.PutAsync(engine, "later", 1);
            }

            using var again = LocalDynamo.Open(folder.Path, Unforced);
            Assert.Equal(whole < 0 ? 0 : whole + 1, await CountAsync(again));
        }
    }

    [Fact]
    public async Task Open_AnyByteChanged_NamesFileAndOffsetAndChangesNothing()
    {
        var lengths = await WriteSmallLogAsync();
        var path = folder.DataFiles[0];
        var log = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        for (var offset = 0; offset < log.Length; offset++)
        {
            foreach (var mask in (byte[])[0x01, 0x80, 0xFF])
            {
                var damaged = log.ToArray();
                damaged[offset] ^= mask;
                await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);

                var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path));

                var start = lengths.Prepend(8).Where(length => length <= offset).DefaultIfEmpty(0).Max();
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
        await using (var file = new FileStream(folder.DataFiles[0], FileMode.Append))
            await file.WriteAsync(new byte[5000], TestContext.Current.CancellationToken);

        using var engine = LocalDynamo.Open(folder.Path);

        Assert.Equal(5, await CountAsync(engine));
    }

    [Fact]
    public async Task Open_SnapshotDamaged_NamesIt()
    {
        using (var engine = LocalDynamo.Open(folder.Path, new() { CompactionThreshold = 1 }))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);
        }

        var snapshot = folder.DataFiles.Last(static file => file.Contains("snapshot", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(snapshot, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(snapshot, bytes[..^1], TestContext.Current.CancellationToken);

        Assert.Contains(snapshot, Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_LogMissing_NamesIt()
    {
        using (var engine = LocalDynamo.Open(folder.Path, new() { CompactionThreshold = 1 }))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);
        }

        var logs = folder.DataFiles.Where(static file => file.Contains("log-", StringComparison.Ordinal)).ToList();
        var later = await File.ReadAllBytesAsync(logs[^1], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(logs[^1][..^1] + '9', later, TestContext.Current.CancellationToken);
        logs.ForEach(File.Delete);

        var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path));
        Assert.Contains("is missing", exception.Message, StringComparison.Ordinal);
    }

    // Writes one table and five items, each as a record. Returns the length of the log after each.
    private async Task<List<long>> WriteSmallLogAsync()
    {
        var lengths = new List<long>();
        using var engine = LocalDynamo.Open(folder.Path);
        await engine.CreateTableAsync();
        lengths.Add(new FileInfo(folder.DataFiles[0]).Length);
        for (var i = 0; i < 5; i++)
        {
            await Content.PutAsync(engine, $"k{i}", i);
            lengths.Add(new FileInfo(folder.DataFiles[0]).Length);
        }

        return lengths;
    }

    private static async Task<int> CountAsync(LocalDynamo engine)
    {
        var tables = await engine.OkAsync("ListTables", "{}");
        return tables.GetProperty("TableNames").GetArrayLength() == 0 ? 0 : (await Content.ReadAsync(engine)).Count;
    }
}
