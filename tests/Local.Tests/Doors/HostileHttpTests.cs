using System.Diagnostics;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Local.Tests.Durability;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Doors;

/// <summary>
/// Requests that no client sends. <c>DTK_HOSTILE_HTTP=1</c> takes 1,000 connections and 40 bodies of 15 MB at once, otherwise a few.
/// </summary>
public sealed class HostileHttpTests : IAsyncLifetime
{
    private const int Megabyte = 1 << 20;
    private const string Headers =
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Target: DynamoDB_20120810.PutItem\r\nContent-Type: application/x-amz-json-1.0\r\n"
        + "Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly bool IsFullSize = Environment.GetEnvironmentVariable("DTK_HOSTILE_HTTP") == "1";
    private static readonly int Connections = IsFullSize ? 1000 : 60;
    private static readonly int Bodies = IsFullSize ? 40 : 4;

    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private LocalDynamoServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await LocalDynamoServer.StartAsync(engine);
        await engine.CreateTableAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        engine.Dispose();
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n80000000\r\n", "400")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", "400")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400")]
    [InlineData("Content-Length: 104857600\r\n\r\n", "413")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n", "400")]
    [InlineData("Content-Length: -1\r\n\r\n", "400")]
    public async Task Request_ThatAnnouncesTooMuch_IsRefused(string rest, string status)
    {
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Headers + rest), TestContext.Current.CancellationToken);

        Assert.StartsWith($"HTTP/1.1 {status} ", await ReadStatusAsync(client), StringComparison.Ordinal);
        await AssertAnswersAsync();
    }

    [Fact]
    public async Task Body_NestedTenThousandDeep_IsRefused()
    {
        var open = string.Concat(Enumerable.Repeat("{\"L\":[", 10_000));
        var close = string.Concat(Enumerable.Repeat("]}", 10_000));

        Assert.StartsWith(
            "HTTP/1.1 400 ",
            await PostAsync($$"""{"TableName":"tab","Item":{"p":{"S":"a"},"v":{{open}}{"S":"x"}{{close}} } }"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlowAndSilentConnections_DoNotHinderOthers()
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Connections; i++)
            {
                var client = await ConnectAsync();
                clients.Add(client);
                var begun = Headers[..(i % Headers.Length)];
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), TestContext.Current.CancellationToken);
            }

            await AssertAnswersAsync();
        }
        finally
        {
            clients.ForEach(static client => client.Dispose());
        }

        await AssertAnswersAsync();
    }

    [Fact]
    public async Task LargeBodiesAtOnce_AreRefused()
    {
        var text = $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"v":{"S":"{{new string('x', 15 * Megabyte)}}"} } }""";
        var body = Encoding.UTF8.GetBytes(text);
        var answers = await Task.WhenAll(Enumerable.Range(0, Bodies).Select(_ => PostLargeAsync(body, server.Endpoint.Port)));

        Assert.All(answers, static answer => Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal));
        await AssertAnswersAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LargeBodiesAtOnce_ToAProcess_LeaveItsMemory(bool besideASlowClient)
    {
        using var folder = new TemporaryFolder();
        using var tool = await ServerProcess.StartAsync(folder.Path);
        using var slow = await ConnectAsync(tool.Endpoint.Port);
        using var end = new CancellationTokenSource();
        var drip = besideASlowClient ? DripAsync(slow, end.Token) : Task.CompletedTask;
        var body = Encoding.UTF8.GetBytes($$"""{"TableName":"tab","Item":{"p":{"S":"{{new string('x', 15 * Megabyte)}}"} } }""");
        var before = Resident(tool.Id);
        var most = 0L;
        for (var round = 0; round < 3; round++)
        {
            var posts = Task.WhenAll(Enumerable.Range(0, IsFullSize ? 40 : 15).Select(_ => PostLargeAsync(body, tool.Endpoint.Port)));
            while (!posts.IsCompleted)
            {
                most = Math.Max(most, Resident(tool.Id));
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            Assert.All(await posts, static answer => Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal));
        }

        // One second of silence, and whatever a collection takes on a busy machine.
        var after = Resident(tool.Id);
        for (var wait = Stopwatch.StartNew(); after > before + 150 && wait.Elapsed < Patience; after = Resident(tool.Id))
            await Task.Delay(100, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine($"{before} MB before, at most {most} MB, {after} MB later.");
        Assert.InRange(most, before, before + 900);
        Assert.InRange(after, 0, before + 150);
        await end.CancelAsync();
        await drip;
    }

    [Theory]
    [InlineData("Content-Length: 16000000\r\n\r\n{")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n493e0\r\n{")]
    public async Task LargeBodiesThatStall_LoseTheirPlace(string rest)
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 5; i++)
            {
                var client = await ConnectAsync();
                clients.Add(client);
                await client.GetStream().WriteAsync(
                    Encoding.ASCII.GetBytes(Headers + rest + new string(' ', 299_000)), TestContext.Current.CancellationToken);
            }

            // Small requests never wait. A large one waits until those that stall are refused.
            await AssertAnswersAsync();
            var large = $$"""{"TableName":"tab","Item":{"p":{"S":"c"},"v":{"S":"{{new string('x', 300_000)}}"} } }""";
            Assert.StartsWith(
                "HTTP/1.1 200 ", await PostLargeAsync(Encoding.UTF8.GetBytes(large), server.Endpoint.Port), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 408 ", await ReadStatusAsync(clients[0]), StringComparison.Ordinal);
        }
        finally
        {
            clients.ForEach(static client => client.Dispose());
        }
    }

    [Fact]
    public async Task LargeBodyInChunks_IsRead()
    {
        var text = $$"""{"TableName":"tab","Item":{"p":{"S":"d"},"v":{"S":"{{new string('x', 350_000)}}"} } }""";
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"{Headers}Transfer-Encoding: chunked\r\n\r\n{text.Length:x}\r\n{text}\r\n0\r\n\r\n"),
            TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", await ReadStatusAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompressedBodies_ThatGrow_AreReadOrRefused()
    {
        const string Put = """{"TableName":"tab","Item":{"p":{"S":"e"},"v":{"S":"V"} } }""";
        Assert.StartsWith("HTTP/1.1 200 ", await PostCompressedAsync(350_000), StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * Bodies).Select(_ => PostCompressedAsync(17 * Megabyte)));

        Assert.All(answers, static answer => Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal));
        await AssertAnswersAsync();

        Task<string> PostCompressedAsync(int length)
        {
            var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
                gzip.Write(Encoding.UTF8.GetBytes(Put.Replace("V", new string('x', length), StringComparison.Ordinal)));
            return PostLargeAsync(compressed.ToArray(), server.Endpoint.Port, "Content-Encoding: gzip\r\n");
        }
    }

    // A small body that does not end during the test. Small bodies may be slow.
    private static async Task DripAsync(TcpClient client, CancellationToken cancellationToken)
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Headers + "Content-Length: 200000\r\n\r\n"), default);
        while (!cancellationToken.IsCancellationRequested)
        {
            await client.GetStream().WriteAsync(new byte[100], default);
            await Task.Delay(500, default);
        }
    }

    private static long Resident(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / Megabyte;
    }

    private async Task AssertAnswersAsync() => Assert.StartsWith(
        "HTTP/1.1 200 ", await PostAsync("""{"TableName":"tab","Item":{"p":{"S":"b"}}}"""), StringComparison.Ordinal);

    private Task<string> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body), server.Endpoint.Port);

    // The server may have no place for a large body, and does not wait long for one that a busy machine sends slowly. It is sent again.
    private static async Task<string> PostLargeAsync(byte[] body, int port, string header = "")
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await PostAsync(body, port, header);
            var isBusy = answer.StartsWith("HTTP/1.1 503 ", StringComparison.Ordinal)
                || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal);
            if (!isBusy || tries == 20)
                return answer;
        }
    }

    private static async Task<string> PostAsync(byte[] body, int port, string header = "")
    {
        using var client = await ConnectAsync(port);
        var stream = client.GetStream();
        var headers = Encoding.ASCII.GetBytes($"{Headers}{header}Content-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(headers, TestContext.Current.CancellationToken);
        await stream.WriteAsync(body, TestContext.Current.CancellationToken);
        return await ReadStatusAsync(client);
    }

    private Task<TcpClient> ConnectAsync() => ConnectAsync(server.Endpoint.Port);

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> ReadStatusAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) ?? "";
    }
}
