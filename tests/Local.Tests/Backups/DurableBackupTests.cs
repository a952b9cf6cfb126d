using DynamoToolkit.Local.Tests.Durability;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Backups;

/// <summary>Backups of tables in a folder: reopened, cut off at any step, and refused by a full disk.</summary>
public sealed class DurableBackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder copies = new();

    public void Dispose()
    {
        folder.Dispose();
        copies.Dispose();
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(400)]
    public async Task Reopen_HasBackupsAndRestoredTables(long compactionThreshold)
    {
        var options = new LocalDynamoOptions { FlushToDisk = false, CompactionThreshold = compactionThreshold };
        string before;
        using (var engine = LocalDynamo.Open(folder.Path, options))
        {
            await engine.CreateTableAsync();
            for (var i = 0; i < 20; i++)
                await Content.PutAsync(engine, $"old{i}", i);
            await engine.BackUpAsync(name: "first");
            for (var i = 0; i < 20; i++)
                await Content.PutAsync(engine, $"old{i}", i + 100);
            await engine.RestoreAsync(await ArnAsync(engine, "first"), "early");
            await Content.PutAsync(engine, "new", 1);
            await engine.BackUpAsync(name: "second");
            await engine.BackUpAsync(name: "third");
            await engine.OkAsync("DeleteBackup", $$"""{"BackupArn":"{{await ArnAsync(engine, "third")}}"}""");
            await engine.OkAsync("DeleteTable", """{"TableName":"tab"}""");
            before = await StateAsync(engine);
        }

        for (var round = 0; round < 2; round++)
        {
            using var engine = LocalDynamo.Open(folder.Path, options);
            Assert.Equal(before, await StateAsync(engine));
            var name = $"late{round}";
            await engine.RestoreAsync(await ArnAsync(engine, "second"), name);
            Assert.Equal(21, await CountAsync(engine, name));
            await engine.OkAsync("DeleteTable", $$"""{"TableName":"{{name}}"}""");
            before = await StateAsync(engine);
        }

        // A copy of the folder has them, too.
        using (var engine = LocalDynamo.Open(folder.Path, options))
            await engine.BackupAsync(Path.Combine(copies.Path, "copy"), TestContext.Current.CancellationToken);
        using var copy = LocalDynamo.Open(Path.Combine(copies.Path, "copy"));
        Assert.Equal(before, await StateAsync(copy));
        Assert.Empty(copy.Recovery!.Losses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AfterACrashAtAnyStep_HasWholeBackupsOnly(bool flush)
    {
        var whole = new FailingDisk();
        Assert.Equal(12, await RunAsync(flush, whole));

        for (var steps = 0; steps < whole.Steps; steps += 5)
        {
            folder.Reset([]);
            var acknowledged = await RunAsync(flush, new FailingDisk { StepsLeft = steps });

            using var engine = LocalDynamo.Open(folder.Path, new() { FlushToDisk = false }, new FailingDisk());
            Assert.Empty(engine.Recovery!.Losses);
            var backups = await NamesAsync(engine);
            Assert.InRange(backups.Count, acknowledged / 3, (acknowledged / 3) + 1);
            foreach (var name in backups)
            {
                // Each backup has the two items of its round or more, and can be restored.
                var number = int.Parse(name.Split('-')[1], null);
                await engine.RestoreAsync(await ArnAsync(engine, name), $"check-{number}");
                Assert.Equal(2 * (number + 1), await CountAsync(engine, $"check-{number}"));
            }
        }
    }

    [Fact]
    public async Task FullDisk_RefusesBackupsAndRestoresWithoutEffect()
    {
        var disk = new FailingDisk();
        using (var engine = LocalDynamo.Open(folder.Path, new() { FlushToDisk = true }, disk))
        {
            await engine.CreateTableAsync();
            await Content.PutAsync(engine, "a", 1);
            var arn = await engine.BackUpAsync(name: "first");

            disk.IsFull = true;
            Assert.Equal(
                "InternalServerError", (await engine.FailAsync("CreateBackup", """{"TableName":"tab","BackupName":"second"}""")).Type);
            Assert.Equal(
                "InternalServerError",
                (await engine.FailAsync("RestoreTableFromBackup", BackupRequests.RestoreRequest(arn, "new"))).Type);
            Assert.Equal("InternalServerError", (await engine.FailAsync("DeleteBackup", $$"""{"BackupArn":"{{arn}}"}""")).Type);
            Assert.Equal(["first"], await NamesAsync(engine));
            Assert.DoesNotContain("new", (await engine.OkAsync("ListTables", "{}")).GetRawText(), StringComparison.Ordinal);

            disk.IsFull = false;
            await engine.BackUpAsync(name: "third");
        }

        using var reopened = LocalDynamo.Open(folder.Path);
        Assert.Equal(["first", "third"], await NamesAsync(reopened));
    }

    // Returns the number of acknowledged requests: two writes and a backup of each round.
    private async Task<int> RunAsync(bool flush, FailingDisk disk)
    {
        var acknowledged = 0;
        try
        {
            using var engine = LocalDynamo.Open(folder.Path, new() { FlushToDisk = flush, CompactionThreshold = 300 }, disk);
            if ((await engine.CallAsync("CreateTable", Engine.CreateTableRequest())).Status != 200)
                return 0;

            for (var round = 0; round < 4; round++)
            {
                foreach (var request in (string[])[$"a{round}", $"b{round}"])
                {
                    if ((await engine.CallAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{request}}"} } }""")).Status != 200)
                        return acknowledged;
                    acknowledged++;
                }

                if ((await engine.CallAsync("CreateBackup", $$"""{"TableName":"tab","BackupName":"backup-{{round}}"}""")).Status != 200)
                    return acknowledged;
                acknowledged++;
            }
        }
        catch (IOException)
        {
            // The disk was gone before the folder was open.
        }

        return acknowledged;
    }

    private static async Task<string> StateAsync(LocalDynamo engine)
    {
        var state = new List<string>
        {
            (await engine.OkAsync("ListBackups", "{}")).GetRawText(),
            (await engine.OkAsync("DescribeTable", """{"TableName":"early"}""")).GetRawText(),
            (await engine.OkAsync("Scan", """{"TableName":"early"}""")).GetRawText(),
        };
        foreach (var name in await NamesAsync(engine))
        {
            state.Add((await engine.OkAsync(
                "DescribeBackup", $$"""{"BackupArn":"{{await ArnAsync(engine, name)}}"}""")).GetRawText());
        }

        return string.Join('\n', state);
    }

    private static async Task<List<string>> NamesAsync(LocalDynamo engine) =>
    [
        .. (await engine.OkAsync("ListBackups", "{}")).GetProperty("BackupSummaries").EnumerateArray()
            .Select(static backup => backup.GetProperty("BackupName").GetString()!)
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<string> ArnAsync(LocalDynamo engine, string name) =>
        (await engine.OkAsync("ListBackups", "{}")).GetProperty("BackupSummaries").EnumerateArray()
            .Single(backup => backup.GetProperty("BackupName").GetString() == name)
            .GetProperty("BackupArn").GetString()!;

    private static async Task<int> CountAsync(LocalDynamo engine, string table) =>
        (await engine.OkAsync("Scan", $$"""{"TableName":"{{table}}"}""")).GetProperty("Count").GetInt32();
}
