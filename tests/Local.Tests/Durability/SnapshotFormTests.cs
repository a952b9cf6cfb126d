using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>Both forms of snapshots, those that other processes have written too.</summary>
public sealed class SnapshotFormTests : IDisposable
{
    private const int Items = 40;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Snapshot =>
        folder.DataFiles.Last(static file => Path.GetFileName(file).StartsWith("snapshot-", StringComparison.Ordinal));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_SnapshotOfAnotherProcess_HasItemsAndBackups(bool packed)
    {
        await WriteAsync();
        if (packed)
            SnapshotForm.MakePacked(Snapshot);
        else
            SnapshotForm.MakePlain(Snapshot);

        Assert.Equal(packed ? 2 : 0, SnapshotForm.CountFragments(Snapshot));
        using var engine = LocalDynamo.Open(folder.Path);
        await AssertWholeAsync(engine);
        Assert.Empty(engine.Recovery!.Losses);
    }

    [Fact]
    public async Task Snapshot_OfManyBytes_IsPackedAndOpensInItsProcess()
    {
        // More than 16 times the fragments of all tests in this process.
        const int LargeItems = 30;
        var note = new string('x', 380_000);
        using (var engine = LocalDynamo.InMemory())
        {
            await engine.CreateTableAsync();
            for (var i = 0; i < LargeItems; i++)
            {
                await engine.OkAsync(
                    "PutItem", $$$$"""{"TableName":"tab","Item":{"p":{"S":"{{{{i}}}}"},"n":{"N":"{{{{i}}}}"},"t":{"S":"{{{{note}}}}"}}}""");
            }

            Directory.Delete(folder.Path);
            await engine.BackupAsync(folder.Path, TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, SnapshotForm.CountFragments(Snapshot));
        using var opened = LocalDynamo.Open(folder.Path);
        for (var i = 0; i < LargeItems; i++)
        {
            var found = await opened.OkAsync("GetItem", $$$$"""{"TableName":"tab","Key":{"p":{"S":"{{{{i}}}}"}}}""");
            Assert.Equal(note, found.GetProperty("Item").GetProperty("t").GetProperty("S").GetString());
            Assert.Equal($"{i}", found.GetProperty("Item").GetProperty("n").GetProperty("N").GetString());
        }
    }

    [Fact]
    public async Task Open_PackedSnapshotChangedOrCut_RefusesAndRecoversTheRest()
    {
        await WriteAsync();
        SnapshotForm.MakePacked(Snapshot);
        var (snapshot, files) = (Snapshot, folder.ReadAll());
        var name = Path.GetFileName(snapshot);
        var random = new Random(1);
        for (var run = 0; run < 150; run++)
        {
            var bytes = files[name].ToArray();
            var place = run < 30 ? 8 + run : random.Next(bytes.Length);
            if (run % 5 == 4)
                bytes = bytes[..place];
            else
                bytes[place] ^= (byte)(1 << random.Next(8));
            folder.Reset(new Dictionary<string, byte[]>(files) { [name] = bytes });

            var exception = Assert.Throws<LocalDataException>(() => LocalDynamo.Open(folder.Path));
            Assert.Contains(snapshot, exception.Message, StringComparison.Ordinal);

            using var engine = LocalDynamo.Open(folder.Path, new() { Recover = true }, new FailingDisk());
            Assert.NotEmpty(engine.Recovery!.Losses);
            var tables = await engine.OkAsync("ListTables", "{}");
            if (tables.GetProperty("TableNames").GetArrayLength() > 0)
                Assert.Subset(Expected().ToHashSet(), (await Content.ReadAsync(engine)).ToHashSet());
        }
    }

    [Fact]
    public async Task Recover_FirstFragmentsDamaged_LosesNoItem()
    {
        await WriteAsync();
        SnapshotForm.MakePacked(Snapshot);
        var bytes = await File.ReadAllBytesAsync(Snapshot, TestContext.Current.CancellationToken);
        bytes[8 + 12 + 3] ^= 1;
        await File.WriteAllBytesAsync(Snapshot, bytes, TestContext.Current.CancellationToken);

        using var engine = LocalDynamo.Open(folder.Path, new() { Recover = true });

        Assert.Single(engine.Recovery!.Losses);
        await AssertWholeAsync(engine);
    }

    // A snapshot of everything, and a log without writes.
    private async Task WriteAsync()
    {
        using var source = LocalDynamo.InMemory();
        await source.CreateTableAsync();
        for (var i = 0; i < Items; i++)
            await Content.PutAsync(source, $"k{i}\\\"é", i);
        await source.BackUpAsync();
        Directory.Delete(folder.Path);
        await source.BackupAsync(folder.Path, TestContext.Current.CancellationToken);
    }

    private static async Task AssertWholeAsync(LocalDynamo engine)
    {
        Assert.Equal(Expected(), await Content.ReadAsync(engine));
        var backups = await engine.OkAsync("ListBackups", "{}");
        var arn = Assert.Single(backups.GetProperty("BackupSummaries").EnumerateArray()).GetProperty("BackupArn").GetString()!;
        await engine.RestoreAsync(arn, "restored");
        var restored = await engine.OkAsync("Scan", """{"TableName":"restored","Select":"COUNT"}""");
        Assert.Equal(Items, restored.GetProperty("Count").GetInt32());
    }

    private static List<string> Expected() =>
        [.. Enumerable.Range(0, Items).Select(static i => $"k{i}\"é={i}").Order(StringComparer.Ordinal)];
}
