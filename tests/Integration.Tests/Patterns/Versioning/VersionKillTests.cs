using System.Collections.Concurrent;
using System.Diagnostics;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>The process of a durable engine is killed while versions are saved.</summary>
public sealed class VersionKillTests
{
    private const int Writers = 8;
    private const int Items = 3;
    private const int Rounds = 3;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Histories_AreWhole_AfterTheServerWasKilled()
    {
        var folder = Directory.CreateTempSubdirectory("versions").FullName;
        try
        {
            var random = new Random(3);
            var acknowledged = new ConcurrentDictionary<(string Name, int Version), string>();
            for (var round = 0; round < Rounds; round++)
            {
                using var process = Start(folder, out var endpoint);
                using var db = Client(endpoint);
                await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Formula>()), Ct);
                var writers = Enumerable.Range(0, Writers)
                    .Select(writer => Task.Run(() => SaveUntilDeadAsync(db, $"{round}/{writer}", acknowledged), Ct))
                    .ToList();

                // At a point between two acknowledgements that does not depend on the speed of the machine.
                var enough = acknowledged.Count + random.Next(10, 60);
                while (acknowledged.Count < enough)
                    await Task.Delay(1, Ct);
                process.Kill();
                await process.WaitForExitAsync(Ct);
                await Task.WhenAll(writers);
            }

            using var engine = LocalDynamo.Open(folder);
            await CheckAsync(new DynamoClient(engine), acknowledged);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string folder, out Uri endpoint)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Local.Server.dll"), "--port", "0", "--data", folder },
            RedirectStandardOutput = true,

            // A process that is killed would leave the sockets of its diagnostics in the folder of temporary files.
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        })!;
        endpoint = new Uri(process.StandardOutput.ReadLine()!.Split(' ')[2]);
        return process;
    }

    private static DynamoClient Client(Uri endpoint)
    {
        var options = new DynamoClientOptions { ServiceEndpoint = endpoint };
        options.Http.MaxAttempts = 1;
        return new DynamoClient(options);
    }

    private static async Task SaveUntilDeadAsync(
        DynamoClient db, string writer, ConcurrentDictionary<(string Name, int Version), string> acknowledged)
    {
        var formulas = db.Table<Formula>();
        try
        {
            for (var save = 0; ; save++)
            {
                var (name, text) = ($"f{save % Items}", $"{writer}/{save}");
                try
                {
                    var latest = await formulas.GetLatestAsync(Formula.History(name), consistentRead: true, Ct)
                        ?? new Formula { Name = name, Text = "" };
                    var saved = await formulas.SaveVersionAsync(latest with { Text = text, Count = latest.Count + 1 }, text, Ct);
                    Assert.True(acknowledged.TryAdd((name, saved.Version), text));
                }
                catch (VersionConflictException conflict)
                {
                    Assert.NotEqual(conflict.ExpectedVersion, conflict.ActualVersion);
                }
            }
        }
        catch (Exception error) when (error is Transport.TransportException or Amazon.DynamoDBv2.AmazonDynamoDBException)
        {
            // The server was killed, as planned. The save in progress may have happened or not.
        }
    }

    private static async Task CheckAsync(DynamoClient db, ConcurrentDictionary<(string Name, int Version), string> acknowledged)
    {
        var formulas = db.Table<Formula>();
        var stored = await formulas.Scan().ToListAsync(Ct);
        Assert.All(acknowledged, pair => Assert.Equal(
            pair.Value, Assert.Single(stored, formula => (formula.Name, formula.Version) == pair.Key).Text));
        foreach (var history in stored.GroupBy(static formula => formula.Name))
        {
            var versions = history.OrderBy(static formula => formula.Version).ToList();
            var latest = (await formulas.GetLatestAsync(Formula.History(history.Key), true, Ct))!;
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(static formula => formula.Version));
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(static formula => formula.Count));
            Assert.Equal(versions[^1], latest with { CreatedAt = default, CreatedBy = null });
            Assert.Equal((versions[0].UpdatedAt, versions[0].UpdatedBy), (latest.CreatedAt, latest.CreatedBy));
        }
    }
}
