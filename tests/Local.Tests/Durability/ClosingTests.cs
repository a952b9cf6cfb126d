using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class ClosingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispose_WhileWriting_EndsEveryWriteAndLosesNoneAcknowledged(bool flush)
    {
        using var folder = new TemporaryFolder();
        var options = new LocalDynamoOptions { FlushToDisk = flush };
        var acknowledged = new int[4];
        using (var engine = LocalDynamo.Open(folder.Path, options))
        {
            await engine.CreateTableAsync();
            var writers = Enumerable.Range(0, acknowledged.Length)
                .Select(writer => Task.Run(() => WriteUntilClosedAsync(engine, writer, acknowledged)))
                .ToArray();
            while (acknowledged.Any(static count => count < 3) && !writers.Any(static writer => writer.IsCompleted))
                await Task.Delay(1, TestContext.Current.CancellationToken);
            engine.Dispose();
            await Task.WhenAll(writers).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }

        using var reopened = LocalDynamo.Open(folder.Path, options);
        var items = await Content.ReadAsync(reopened);

        var expected = acknowledged
            .Select(static (count, writer) => (count, writer))
            .Where(static entry => entry.count > 0)
            .Select(static entry => $"{entry.writer}={entry.count}");
        Assert.Equal(expected, items);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            reopened.Dispose();
            await reopened.CallAsync("ListTables", "{}");
        });
    }

    [Fact]
    public async Task IdleServer_AskedToEnd_EndsAtOnce()
    {
        if (OperatingSystem.IsWindows())
            return;

        // The connection stays open. A server that waited for it would do so for three seconds.
        await AssertEndsSoonAsync(TimeSpan.FromSeconds(3), static async server =>
        {
            var http = new HttpClient { BaseAddress = server.Endpoint };
            await http.GetStringAsync("/health", TestContext.Current.CancellationToken);
            return http;
        });
    }

    [Theory]
    [InlineData("POST / HTT")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    public async Task ServerWithAClientThatStalls_AskedToEnd_DoesNotWaitForIt(string begun)
    {
        if (OperatingSystem.IsWindows())
            return;

        // The host's default is 30 seconds.
        await AssertEndsSoonAsync(TimeSpan.FromSeconds(20), async server =>
        {
            var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", server.Endpoint.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), TestContext.Current.CancellationToken);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            return client;
        });
    }

    [Fact]
    public async Task Server_AskedToEnd_EndsWithoutAnErrorAndKeepsEveryWrite()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var folder = new TemporaryFolder();
        using var server = await ServerProcess.StartAsync(folder.Path);
        using var client = server.CreateClient();
        var ct = TestContext.Current.CancellationToken;
        await client.CreateTableAsync("tab", [new("p", "HASH")], [new("p", "S")], new ProvisionedThroughput(1, 1), ct);
        await client.PutItemAsync("tab", new() { ["p"] = new("a"), ["n"] = new() { N = "1" } }, ct);

        Assert.Equal(0, server.Terminate());
        using var engine = LocalDynamo.Open(folder.Path);
        Assert.Equal(["a=1"], await Content.ReadAsync(engine));
        Assert.Equal(0, engine.Recovery!.DroppedBytes);
    }

    // A server that waits for its client waits each time. One that does not is slow only on a busy machine, and not each time.
    private static async Task AssertEndsSoonAsync(TimeSpan limit, Func<ServerProcess, Task<IDisposable>> connectAsync)
    {
        const int MaxTries = 6;
        for (var tries = 1; ; tries++)
        {
            using var folder = new TemporaryFolder();
            using var server = await ServerProcess.StartAsync(folder.Path);
            using var client = await connectAsync(server);
            var clock = Stopwatch.StartNew();
            Assert.Equal(0, server.Terminate());
            var elapsed = clock.Elapsed;
            TestContext.Current.TestOutputHelper!.WriteLine($"{elapsed.TotalMilliseconds:F0} ms");
            if (elapsed < limit)
                return;
            Assert.True(tries < MaxTries, $"The server took {elapsed.TotalSeconds:F1} s, and as long in each of {tries} tries.");
        }
    }

    private static async Task WriteUntilClosedAsync(LocalDynamo engine, int writer, int[] acknowledged)
    {
        try
        {
            for (var i = 1; ; i++)
            {
                var (status, _) = await engine.CallAsync("PutItem", $$"""
                    {"TableName":"tab","Item":{"p":{"S":"{{writer}}"},"n":{"N":"{{i}}"} } }
                    """);
                if (status != 200)
                    return;
                acknowledged[writer] = i;
            }
        }
        catch (ObjectDisposedException)
        {
            // The engine was closed, as planned.
        }
    }
}
