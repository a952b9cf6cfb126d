using System.Diagnostics;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>A server whose files must not grow any more, as Linux can demand of a process: the real system refuses the writes.</summary>
public sealed class DiskLimitTests
{
    [Fact]
    public async Task Server_WhoseFilesMustNotGrow_RefusesWritesAndTakesThemAgain()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var ct = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();
        using (var server = await ServerProcess.StartWithoutSizeSignalAsync(folder.Path))
        using (var client = server.CreateClient())
        using (var http = new HttpClient { BaseAddress = server.Endpoint })
        {
            await client.CreateTableAsync("tab", [new("p", "HASH")], [new("p", "S")], new ProvisionedThroughput(1, 1), ct);
            await WriteUntilRefusedAsync(client, acknowledged, 20);
            await LimitAsync(server.Id, $"{new FileInfo(folder.LastLog).Length + 2000}");

            var refusal = await WriteUntilRefusedAsync(client, acknowledged, int.MaxValue);
            Assert.Contains("takes no writes at the moment", refusal?.Message, StringComparison.Ordinal);
            Assert.Equal(503, (int)(await http.GetAsync("/health", ct)).StatusCode);
            Assert.Equal(acknowledged.Count, (await client.ScanAsync(new ScanRequest("tab"), ct)).Count);

            await LimitAsync(server.Id, "unlimited");
            Assert.Null(await WriteUntilRefusedAsync(client, acknowledged, 20));
            Assert.Equal(200, (int)(await http.GetAsync("/health", ct)).StatusCode);
        }

        using var engine = LocalDynamo.Open(folder.Path);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), await Content.ReadAsync(engine));
        Assert.Empty(engine.Recovery!.Losses);
    }

    private static async Task<InternalServerErrorException?> WriteUntilRefusedAsync(
        Amazon.DynamoDBv2.AmazonDynamoDBClient client, List<string> acknowledged, int count)
    {
        try
        {
            for (; count > 0; count--)
            {
                var number = acknowledged.Count;
                await client.PutItemAsync("tab", new() { ["p"] = new($"k{number}"), ["n"] = new() { N = $"{number}" } });
                acknowledged.Add($"k{number}={number}");
            }

            return null;
        }
        catch (InternalServerErrorException exception)
        {
            return exception;
        }
    }

    private static async Task LimitAsync(int process, string bytes)
    {
        using var limit = Process.Start("prlimit", [$"--pid={process}", $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }
}
