using System.Net;
using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Local.Tests.Doors;

/// <summary>Which pages and names reach the port.</summary>
public sealed class RequestGuardTests
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private static readonly LocalServerOptions Open = new()
    {
        AllowedHosts = ["host.docker.internal", "*.test"],
        CorsOrigins = ["http://localhost:5173"],
    };

    [Theory]
    [InlineData(null, null, HttpStatusCode.OK)]
    [InlineData("localhost:1", null, HttpStatusCode.OK)]
    [InlineData("[::1]:8000", null, HttpStatusCode.OK)]
    [InlineData("LOCALHOST", null, HttpStatusCode.OK)]
    [InlineData("evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("host.docker.internal:8000", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, "null", HttpStatusCode.Forbidden)]
    [InlineData("localhost:9", "http://localhost:9", HttpStatusCode.OK)]
    [InlineData("localhost:9", "http://127.0.0.1:9", HttpStatusCode.OK)]
    [InlineData("localhost:9", "http://localhost:5173", HttpStatusCode.Forbidden)]
    public Task Defaults_AdmitOnlyThisMachineAndItsOwnPages(string? host, string? origin, HttpStatusCode status) =>
        AssertAsync(new LocalServerOptions(), host, origin, status);

    [Theory]
    [InlineData("host.docker.internal:8000", null, HttpStatusCode.OK)]
    [InlineData("a.b.test:1", null, HttpStatusCode.OK)]
    [InlineData("test.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "http://localhost:5173", HttpStatusCode.OK)]
    [InlineData(null, "http://localhost:5174", HttpStatusCode.Forbidden)]
    [InlineData(null, "https://localhost:5173", HttpStatusCode.Forbidden)]
    public Task Options_AdmitWhatTheyName(string? host, string? origin, HttpStatusCode status) => AssertAsync(Open, host, origin, status);

    [Fact]
    public async Task Preflight_IsAnsweredForAnAllowedOriginOnly()
    {
        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, Open, TestContext.Current.CancellationToken);
        using var http = new HttpClient();

        using var refused = await http.SendAsync(Preflight("http://evil.example"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));

        using var allowed = await http.SendAsync(Preflight("http://localhost:5173"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal("http://localhost:5173", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("x-amz-target", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")));

        HttpRequestMessage Preflight(string origin)
        {
            var request = new HttpRequestMessage(HttpMethod.Options, server.Endpoint);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "x-amz-target");
            return request;
        }
    }

    [Fact]
    public async Task Heat_IsShown_IfItIsMeasured()
    {
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { Heat = new HeatOptions() });
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = server.Endpoint };
        await Kit.Engine.CreateTableAsync(engine);
        await Kit.Engine.OkAsync(engine, "PutItem", """{"TableName":"tab","Item":{"p":{"S":"tenant-1"}}}""");

        var page = await http.GetStringAsync("/_heat", TestContext.Current.CancellationToken);
        Assert.Contains("\"partitionKey\": \"tenant-1\"", page, StringComparison.Ordinal);
        Assert.Contains("\"obstacle\": \"None\"", page, StringComparison.Ordinal);
    }

    private static async Task AssertAsync(LocalServerOptions options, string? host, string? origin, HttpStatusCode status)
    {
        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, options, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint);
        request.Content = new StringContent("{}");
        request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810.ListTables");
        request.Headers.TryAddWithoutValidation("Authorization", Signature);
        if (host is not null)
            request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.Forbidden)
        {
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("is not allowed. Start the server with --", body, StringComparison.Ordinal);
        }
    }
}
