using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Local.Tests.Doors;

public sealed class HttpProtocolTests : IAsyncLifetime
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly HttpClient http = new();
    private LocalDynamoServer server = null!;

    public async ValueTask InitializeAsync() => server = await LocalDynamoServer.StartAsync(engine);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        engine.Dispose();
    }

    [Fact]
    public async Task Post_Signed_IsAnsweredWithIdAndChecksum()
    {
        var (response, body) = await PostAsync("DynamoDB_20120810.ListTables", "{}", Signature);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{\"TableNames\":[]}", body);
        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(52, response.Headers.GetValues("x-amzn-RequestId").Single().Length);

        // The checksum of this body according to zlib.
        Assert.Equal("1315925753", response.Headers.GetValues("x-amz-crc32").Single());
    }

    [Theory]
    [InlineData("DynamoDB_20120810.Nope", Signature, "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("Other.ListTables", Signature, "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("DynamoDB_20120810.ListStreams", Signature, "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("DynamoDBStreams_20120810.ListTables", Signature, "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("DynamoDBStreams_20120810.ListStreams", null, "com.amazon.coral.service#MissingAuthenticationTokenException")]
    [InlineData("DynamoDB_20120810.ListTables", null, "com.amazon.coral.service#MissingAuthenticationTokenException")]
    [InlineData("DynamoDB_20120810.ListTables", "Bearer x", "com.amazon.coral.service#MissingAuthenticationTokenException")]
    [InlineData("DynamoDB_20120810.ListTables", "AWS4-HMAC-SHA256 Credential=a", "com.amazon.coral.service#IncompleteSignatureException")]
    public async Task Post_WrongTargetOrSignature_IsRefused(string target, string? signature, string type)
    {
        var (response, body) = await PostAsync(target, "{}", signature);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(type, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OperationOfStreams_IsAnswered()
    {
        var (response, body) = await PostAsync("DynamoDBStreams_20120810.ListStreams", "{}", Signature);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{\"Streams\":[]}", body);
    }

    [Fact]
    public async Task Post_TableIsMissing_HasTheServicesErrorBody()
    {
        var (response, body) = await PostAsync("DynamoDB_20120810.DescribeTable", """{"TableName":"nope"}""", Signature);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","""
            + "\"message\":\"Requested resource not found: Table: nope not found\"}",
            body);
    }

    [Fact]
    public async Task Post_OtherContentType_IsNotFound()
    {
        var (response, body) = await PostAsync("DynamoDB_20120810.ListTables", "{}", Signature, "text/plain");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("<UnknownOperationException/>\n", body);
    }

    [Fact]
    public async Task Post_MoreThan16Megabytes_IsTooLarge()
    {
        var (response, _) = await PostAsync("DynamoDB_20120810.PutItem", new string(' ', (16 * 1024 * 1024) + 1), Signature);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("/other", HttpStatusCode.NotFound)]
    [InlineData("/LONG", HttpStatusCode.BadRequest)]
    public async Task Post_ToAnotherPath_IsRefused(string path, HttpStatusCode status)
    {
        var url = new Uri(server.Endpoint, path.Replace("LONG", new string('x', 17_000), StringComparison.Ordinal));
        var (response, body) = await PostAsync("DynamoDB_20120810.ListTables", "{}", Signature, url: url);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("TableNames", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithHeadersOfMoreThan16Kilobytes_IsRefused()
    {
        http.DefaultRequestHeaders.Add("a", new string('x', 8192));
        var (shorter, _) = await PostAsync("DynamoDB_20120810.ListTables", "{}", Signature);
        http.DefaultRequestHeaders.Add("b", new string('y', 8192));
        var (longer, _) = await PostAsync("DynamoDB_20120810.ListTables", "{}", Signature);

        Assert.Equal(HttpStatusCode.OK, shorter.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
    }

    [Fact]
    public async Task Options_WithoutOrigin_AllowsNothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, server.Endpoint);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(response.Headers, static header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        Assert.Equal("Server", response.Headers.Server.ToString());
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/")]
    public async Task Get_Health_IsHealthy(string path)
    {
        var response = await http.GetAsync(new Uri(server.Endpoint, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("healthy", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DescribeEndpoints_NamesItself()
    {
        var (_, body) = await PostAsync("DynamoDB_20120810.DescribeEndpoints", "{}", Signature);

        Assert.Contains($"\"Address\":\"127.0.0.1:{server.Endpoint.Port}\"", body, StringComparison.Ordinal);
    }

    private async Task<(HttpResponseMessage Response, string Body)> PostAsync(
        string target, string body, string? signature, string contentType = "application/x-amz-json-1.0", Uri? url = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url ?? server.Endpoint);
        request.Content = new StringContent(body, Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Add("X-Amz-Target", target);
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("Authorization", signature);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
