using System.IO.Compression;
using System.IO.Hashing;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Doors;

/// <summary>Compressed requests and responses over HTTP.</summary>
public sealed class CompressionTests : IAsyncLifetime
{
    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly HttpClient http = new();
    private LocalDynamoServer server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await LocalDynamoServer.StartAsync(engine);
        await engine.CreateTableAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        engine.Dispose();
    }

    [Theory]
    [InlineData("gzip", "br;q=1.0, gzip;q=0.8")]
    [InlineData("deflate", "deflate")]
    public async Task Post_Compressed_IsReadAndAnsweredSo(string coding, string accept)
    {
        var text = new string('x', 2000);
        using var stored = await PostAsync("PutItem", Compress(Put("a", $$""","t":{"S":"{{text}}{{text}}{{text}}"}"""), coding), coding);
        using var answer = await PostAsync("Scan", """{"TableName":"tab"}"""u8.ToArray(), null, accept);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(bytes.Length, 1, 500);
        Assert.Equal($"{Crc32.HashToUInt32(bytes)}", answer.Headers.GetValues("x-amz-crc32").Single());
        Assert.Contains(text, Decompress(bytes, coding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4096, false)]
    [InlineData(4097, true)]
    public async Task Response_OfMoreThanFourKilobytes_IsCompressed(int length, bool isCompressed)
    {
        const string Frame = """{"Item":{"a":{"S":""},"p":{"S":"a"}}}""";
        using var stored = await PostAsync(
            "PutItem", Put("a", $$""","a":{"S":"{{new string('x', length - Frame.Length)}}"}"""), null);
        using var answer = await PostAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"a"}}}"""u8.ToArray(), null, "gzip");

        var body = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(isCompressed, answer.Content.Headers.ContentEncoding.Count > 0);
        Assert.Equal(length, isCompressed ? Decompress(body, "gzip").Length : body.Length);
    }

    [Theory]
    [InlineData("gzip", "plain")]
    [InlineData("gzip", "empty")]
    [InlineData("gzip", "cut")]
    [InlineData("gzip", "junk")]
    [InlineData("deflate", "plain")]
    [InlineData("deflate", "empty")]
    [InlineData("deflate", "cut")]
    [InlineData("deflate", "junk")]
    [InlineData("garbage", "plain")]
    public async Task Post_ThatIsNotWhatItsHeaderSays_IsRefused(string coding, string kind)
    {
        var body = kind switch
        {
            "plain" => Put("a"),
            "empty" => [],
            "cut" => Compress(Put("a"), coding)[..^1],
            _ => [.. Compress(Put("a"), coding), .. "junk"u8],
        };
        using var response = await PostAsync("PutItem", body, coding);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Content-Encoding", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(0, (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Post_ThatGetsTooLong_IsRefused(string coding)
    {
        var body = Compress([.. Put("a"), .. Enumerable.Repeat((byte)' ', LocalDynamo.MaxRequestBytes)], coding);
        using var response = await PostAsync("PutItem", body, coding);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Post_OfTwoGzips_IsReadAsOne()
    {
        var body = Put("a");
        using var response = await PostAsync("PutItem", [.. Compress(body[..10], "gzip"), .. Compress(body[10..], "gzip")], "gzip");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static byte[] Put(string key, string more = "") =>
        Encoding.UTF8.GetBytes($$"""{"TableName":"tab","Item":{"p":{"S":"{{key}}"}{{more}} } }""");

    private static byte[] Compress(ReadOnlySpan<byte> bytes, string coding)
    {
        var compressed = new MemoryStream();
        using (Stream stream = coding == "gzip"
            ? new GZipStream(compressed, CompressionLevel.Fastest)
            : new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static string Decompress(byte[] bytes, string coding)
    {
        using Stream stream = coding == "gzip"
            ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)
            : new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    private async Task<HttpResponseMessage> PostAsync(string operation, byte[] body, string? coding, string? accept = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        if (coding is not null)
            content.Headers.ContentEncoding.Add(coding);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = content };
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + operation);
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        return await http.SendAsync(request, Ct);
    }
}
