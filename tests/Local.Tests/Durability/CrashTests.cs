using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>Ends the process, as far as the disk can see, at every byte and between any two operations on files.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Writes = 12;

    // Every step with DTK_DAMAGES, as for random damage.
    private static readonly int Stride = Environment.GetEnvironmentVariable("DTK_DAMAGES") is null ? 7 : 1;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AfterACrashAtAnyStep_HasEveryAcknowledgedWriteAndNeedsNoRecovery(bool flush)
    {
        var whole = new FailingDisk();
        Assert.Equal(Writes, await WriteAsync(flush, whole));
        Assert.Contains(folder.DataFiles, static file => file.Contains("snapshot", StringComparison.Ordinal));

        for (var steps = 0; steps < whole.Steps; steps += Stride)
        {
            folder.Reset([]);
            var acknowledged = await WriteAsync(flush, new FailingDisk { StepsLeft = steps });

            using var engine = LocalDynamo.Open(folder.Path, new() { FlushToDisk = false }, new FailingDisk());
            Assert.Empty(engine.Recovery!.Losses);
            Assert.InRange(await LastAsync(engine), acknowledged, acknowledged + 1);
        }
    }

    [Fact]
    public async Task Recover_EndsAtAnyStep_KeepsTheDamagedFiles()
    {
        await WriteAsync(flush: false, new FailingDisk());
        var files = folder.ReadAll();
        var name = Path.GetFileName(folder.LastLog);
        files[name] = files[name][..^1];
        var recovering = new LocalDynamoOptions { FlushToDisk = false, Recover = true };
        folder.Reset(files);
        var whole = new FailingDisk();
        LocalDynamo.Open(folder.Path, recovering, whole).Dispose();

        for (var steps = 0; steps <= whole.Steps; steps++)
        {
            folder.Reset(files);
            try
            {
                LocalDynamo.Open(folder.Path, recovering, new FailingDisk { StepsLeft = steps }).Dispose();
            }
            catch (IOException)
            {
                // The process has ended here.
            }

            // The next one need not know that anything was lost.
            LocalDynamo.Open(folder.Path, recovering, new FailingDisk()).Dispose();
            using (var engine = LocalDynamo.Open(folder.Path, new() { FlushToDisk = false, CompactionThreshold = 1 }, new FailingDisk()))
                await LastAsync(engine);

            var kept = Directory.GetFiles(folder.Path, name, SearchOption.AllDirectories)
                .Select(static path => File.ReadAllBytes(path));
            Assert.Contains(files[name], kept);
        }
    }

    // Opens the folder twice. Returns the last acknowledged value.
    private async Task<int> WriteAsync(bool flush, FailingDisk disk)
    {
        var acknowledged = 0;
        for (var round = 0; round < 2; round++)
        {
            try
            {
                // Every few writes begin a new log and a snapshot.
                var options = new LocalDynamoOptions { FlushToDisk = flush, CompactionThreshold = 150 };
                using var engine = LocalDynamo.Open(folder.Path, options, disk);
                if (round == 0 && (await engine.CallAsync("CreateTable", Engine.CreateTableRequest())).Status != 200)
                    return acknowledged;
                while (acknowledged < Writes * (round + 1) / 2)
                {
                    var (status, _) = await engine.CallAsync("TransactWriteItems", Transaction(acknowledged + 1));
                    if (status != 200)
                        return acknowledged;
                    acknowledged++;
                }
            }
            catch (IOException)
            {
                // The disk was gone before the folder was open.
                return acknowledged;
            }
        }

        return acknowledged;
    }

    private static async Task<int> LastAsync(LocalDynamo engine)
    {
        var tables = await engine.OkAsync("ListTables", "{}");
        if (tables.GetProperty("TableNames").GetArrayLength() == 0)
            return 0;

        // A transaction changes both items or neither.
        var items = await Content.ReadAsync(engine);
        var values = items.Select(static item => int.Parse(item.Split('=')[1], null)).Distinct().ToList();
        Assert.True(items.Count is 0 or 2, string.Join(' ', items));
        return values.Count == 0 ? 0 : Assert.Single(values);
    }

    private static string Transaction(int value) => $$$"""
        {"TransactItems":[
         {"Put":{"TableName":"tab","Item":{"p":{"S":"a"},"n":{"N":"{{{value}}}"} } } },
         {"Put":{"TableName":"tab","Item":{"p":{"S":"b"},"n":{"N":"{{{value}}}"} } } }]}
        """;
}
