using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>Cuts files, turns bits over and deletes files: every acknowledged write is there, or its loss is reported.</summary>
public sealed class RandomDamageTests : IDisposable
{
    private const int Writes = 60;
    private const int RunsInSuite = 150;
    private readonly TemporaryFolder folder = new();

    // All 1,000 of the project's promise: DTK_DAMAGES=1000.
    private static readonly int Runs = int.Parse(Environment.GetEnvironmentVariable("DTK_DAMAGES") ?? $"{RunsInSuite}", null);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Open_AfterAnyDamage_HasEveryAcknowledgedWriteOrReportsTheLoss(int seed)
    {
        var random = new Random(seed);
        var states = new List<string>();
        var files = await WriteAsync(random, states);
        var refused = 0;
        for (var run = 0; run < Runs / 3; run++)
        {
            var damaged = files.ToDictionary();
            var damage = Damage(random, damaged);
            folder.Reset(damaged);
            try
            {
                using var engine = LocalDynamo.Open(folder.Path, new(), new FailingDisk());
                Assert.True(await StateAsync(engine) == states[^1], $"{damage} went unnoticed");
                continue;
            }
            catch (LocalDataException)
            {
                refused++;
            }

            using var recovered = LocalDynamo.Open(folder.Path, new() { Recover = true }, new FailingDisk());
            Assert.NotEmpty(recovered.Recovery!.Losses);

            // Without the damaged or missing snapshot, the content is what is left of it. Else it is a moment of the past.
            var state = await StateAsync(recovered);
            if (!damage.Contains("snapshot", StringComparison.Ordinal))
                Assert.True(states.Contains(state), $"After {damage} there is {state}, which never was.");
        }

        Assert.True(refused > Runs / 6, $"Only {refused} damages were refused.");
    }

    // Leaves a snapshot and a log. The process was killed, so that the log ends in the middle of a write.
    private async Task<Dictionary<string, byte[]>> WriteAsync(Random random, List<string> states)
    {
        states.Add("");
        var options = new LocalDynamoOptions { CompactionThreshold = 3500 };
        using (var engine = LocalDynamo.Open(folder.Path, options, new FailingDisk()))
        {
            await engine.CreateTableAsync();
            for (var i = 1; i <= Writes; i++)
            {
                await engine.OkAsync("TransactWriteItems", Transaction(random.Next(5), i));
                states.Add(await StateAsync(engine));
            }
        }

        Assert.Contains(folder.DataFiles, static file => file.Contains("snapshot", StringComparison.Ordinal));
        var log = folder.LastLog;
        await using (var file = new FileStream(log, FileMode.Append))
            file.Write((await File.ReadAllBytesAsync(log, TestContext.Current.CancellationToken)).AsSpan(20, 30));
        return folder.ReadAll();
    }

    private static string Damage(Random random, Dictionary<string, byte[]> files)
    {
        var name = files.Keys.Order().ElementAt(random.Next(files.Count));
        var content = files[name];
        var offset = random.Next(content.Length);
        switch (random.Next(5))
        {
            case 0:
                files.Remove(name);
                return $"the deletion of {name}";
            case 1 or 2:
                files[name] = content[..offset];
                return $"the cut of {name} at {offset}";
            default:
                var bit = random.Next(8);
                files[name] = [.. content];
                files[name][offset] ^= (byte)(1 << bit);
                return $"the change of bit {bit} at {offset} of {name}";
        }
    }

    private static async Task<string> StateAsync(LocalDynamo engine)
    {
        var tables = await engine.OkAsync("ListTables", "{}");
        return tables.GetProperty("TableNames").GetArrayLength() == 0 ? "" : string.Join(' ', await Content.ReadAsync(engine));
    }

    private static string Transaction(int pair, int value) => $$$"""
        {"ClientRequestToken":"t{{{value}}}","TransactItems":[
         {"Put":{"TableName":"tab","Item":{"p":{"S":"a{{{pair}}}"},"n":{"N":"{{{value}}}"} } } },
         {"Put":{"TableName":"tab","Item":{"p":{"S":"b{{{pair}}}"},"n":{"N":"{{{value}}}"} } } }]}
        """;
}
