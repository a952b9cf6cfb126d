using System.Net;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>Which names and web pages reach the server, and what browsers are told.</summary>
public sealed class BrowserGuardTests
{
    private const string Create = "/api/2.0/mlflow/runs/create";
    private const string Upload = "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=a&path=b";

    private static readonly ServerOptions Closed = new() { Port = 0 };
    private static readonly ServerOptions Open = Closed with
    {
        AllowedHosts = ["tracking.example:5000", "*.internal"],
        CorsAllowedOrigins = ["https://ui.example"],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost:1", null, 200)]
    [InlineData("[::1]:5000", null, 200)]
    [InlineData("LOCALHOST", null, 200)]
    [InlineData("evil.example", null, 403)]
    [InlineData("127.0.0.1.evil.example", null, 403)]
    [InlineData("tracking.example", null, 403)]
    [InlineData(null, "http://evil.example", 403)]
    [InlineData(null, "null", 403)]
    [InlineData("localhost:9", "http://localhost:9", 200)]
    [InlineData("localhost:9", "http://127.0.0.1:9", 200)]
    [InlineData("localhost:9", "https://127.0.0.1:9", 403)]
    [InlineData("localhost:9", "http://localhost:5173", 403)]
    [InlineData("localhost:9", "http://localhost.evil.example:9", 403)]
    public Task Defaults_AdmitThisMachineAndTheServersOwnPages(string? host, string? origin, int status) =>
        AssertAsync(Closed, host, origin, status);

    [Theory]
    [InlineData("tracking.example", null, 200)]
    [InlineData("tracking.example:5000", "http://tracking.example:5000", 200)]
    [InlineData("a.internal:80", null, 200)]
    [InlineData("internal.evil.example", null, 403)]
    [InlineData(null, "https://ui.example", 200)]
    [InlineData(null, "http://ui.example", 403)]
    [InlineData(null, "https://ui.example.evil.example", 403)]
    public Task Options_AdmitWhatTheyName(string? host, string? origin, int status) => AssertAsync(Open, host, origin, status);

    [Fact]
    public async Task Probe_ByAnyName_IsAnswered()
    {
        await using var server = await TrackingServer.StartAsync(Closed, Ct);
        using var client = new HttpClient { BaseAddress = server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.Host = "10.1.2.3";
        using var response = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Old browsers send forms without an origin, and some pages make them leave it out.</summary>
    [Theory]
    [InlineData(Create, "application/json", "cross-site", 403)]
    [InlineData(Create, "application/json", "same-site", 403)]
    [InlineData(Create, "application/json", "same-origin", 200)]
    [InlineData(Create, "application/json", null, 200)]
    [InlineData(Upload, "text/plain", null, 400)]
    [InlineData(Upload, "multipart/form-data; boundary=x", null, 400)]
    [InlineData(Upload, "application/x-www-form-urlencoded", "same-origin", 400)]
    [InlineData(Upload, "application/octet-stream", null, 404)]
    [InlineData(Upload, null, null, 404)]
    public async Task Post_ThatAFormCanMake_IsRefused(string path, string? contentType, string? site, int status)
    {
        await using var server = await TrackingServer.StartAsync(Closed, Ct);
        using var client = new MlflowClient(server.Url);
        if (site is not null) client.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        Assert.Equal(status, (await client.SendAsync(HttpMethod.Post, path, "{}", contentType)).Status);
    }

    [Fact]
    public async Task Preflight_IsAnsweredForAnAllowedOriginOnly()
    {
        await using var server = await TrackingServer.StartAsync(Open, Ct);
        using var client = new HttpClient { BaseAddress = server.Url };
        using var refused = await PreflightAsync(client, "http://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));

        using var allowed = await PreflightAsync(client, "https://ui.example");
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("https://ui.example", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("content-type", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    /// <summary>Otherwise the page learns of any error that the server was not reached.</summary>
    [Theory]
    [InlineData("/api/2.0/mlflow/experiments/get?experiment_id=0", 200)]
    [InlineData("/api/2.0/mlflow/experiments/get?experiment_id=99", 404)]
    [InlineData("/api/2.0/mlflow/experiments/get", 400)]
    [InlineData("/nothing", 404)]
    public async Task Answer_WhateverItIs_CanBeReadByAnAllowedOriginOnly(string path, int status)
    {
        await using var server = await TrackingServer.StartAsync(Open, Ct);
        using var client = new HttpClient { BaseAddress = server.Url };
        foreach (var (origin, isAllowed) in new[] { ("https://ui.example", true), ("http://evil.example", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", origin);
            using var response = await client.SendAsync(request, Ct);
            Assert.Equal(isAllowed ? status : 403, (int)response.StatusCode);
            Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Origin"));
            if (!isAllowed) continue;
            Assert.Equal(origin, HeaderOf(response, "Access-Control-Allow-Origin"));
            Assert.Equal("Origin", HeaderOf(response, "Vary"));
        }
    }

    [Theory]
    [InlineData("/", "style-src")]
    [InlineData("/health", "default-src 'none'")]
    [InlineData("/nothing", "default-src 'none'")]
    [InlineData("/runs/nothing", "style-src")]
    [InlineData("/api/2.0/mlflow/experiments/get?experiment_id=0", "default-src 'none'")]
    [InlineData("/get-artifact?run_id=../x", "default-src 'none'")]
    public async Task EveryAnswer_ForbidsFramesAndSniffing(string path, string policy)
    {
        await using var server = await TrackingServer.StartAsync(Closed, Ct);
        using var client = new HttpClient { BaseAddress = server.Url };
        foreach (var host in (string?[])[null, "evil.example"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using var response = await client.SendAsync(request, Ct);
            Assert.Equal("nosniff", HeaderOf(response, "X-Content-Type-Options"));
            Assert.Equal("DENY", HeaderOf(response, "X-Frame-Options"));
            Assert.Equal("same-origin", HeaderOf(response, "Referrer-Policy"));
            Assert.Equal("same-origin", HeaderOf(response, "Cross-Origin-Resource-Policy"));
            Assert.Contains("frame-ancestors 'none'", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
            if (host is null) Assert.Contains(policy, HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    private static string HeaderOf(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static Task<HttpResponseMessage> PreflightAsync(HttpClient client, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, Create);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        return client.SendAsync(request, Ct);
    }

    private static async Task AssertAsync(ServerOptions options, string? host, string? origin, int status)
    {
        await using var server = await TrackingServer.StartAsync(options, Ct);
        using var client = new MlflowClient(server.Url);
        client.Http.DefaultRequestHeaders.Host = host;
        if (origin is not null) client.Http.DefaultRequestHeaders.Add("Origin", origin);
        var get = await client.GetAsync("experiments/get?experiment_id=0");
        var post = await client.PostAsync("runs/create", "{}");
        Assert.Equal((status, status), (get.Status, post.Status));
        if (status == 403) post.Is(403, "PERMISSION_DENIED", "is not allowed. Start the server with --");
    }
}
