using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Local.Tests.Kit;

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
    public async Task Post_CompressedByGzip_IsReadAndAnsweredSo()
    {
        await engine.CreateTableAsync();
        var item = $$"""{"TableName":"tab","Item":{"p":{"S":"{{new string('x', 2000)}}"} } }""";
        using var put = Request("PutItem", Gzip(Encoding.UTF8.GetBytes(item)), "gzip");
        using var scan = Request("Scan", """{"TableName":"tab"}"""u8.ToArray(), null);
        scan.Headers.Add("Accept-Encoding", "br;q=1.0, gzip;q=0.8");

        using var stored = await http.SendAsync(put, TestContext.Current.CancellationToken);
        using var answer = await http.SendAsync(scan, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using var body = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new StreamReader(body);

        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(bytes.Length, 1, 500);
        Assert.Equal($"{System.IO.Hashing.Crc32.HashToUInt32(bytes)}", answer.Headers.GetValues("x-amz-crc32").Single());
        Assert.Contains(new string('x', 2000), await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SaysGzipAndIsNot_OrBecomesTooLong_IsRefused()
    {
        foreach (var body in (byte[][])["{}"u8.ToArray(), Gzip(new byte[LocalDynamo.MaxRequestBytes + 1])])
        {
            using var request = Request("ListTables", body, "gzip");
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(
                "SerializationException",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
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
        string target, string body, string? signature, string contentType = "application/x-amz-json-1.0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Add("X-Amz-Target", target);
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("Authorization", signature);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private HttpRequestMessage Request(string operation, byte[] body, string? encoding)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = content };
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + operation);
        request.Headers.TryAddWithoutValidation("Authorization", Signature);
        return request;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
