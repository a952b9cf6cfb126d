using System.Net.Http.Headers;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>The client of all servers: it sends bytes and reads the response to its end, so that what differs is the server.</summary>
internal sealed class EndpointClient(Uri uri) : IDisposable
{
    private const string Signature = "AWS4-HMAC-SHA256 Credential=key/20261129/eu-west-1/dynamodb/aws4_request, "
        + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.0");
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    /// <summary>Sends a request that must succeed, and returns the length of the response.</summary>
    public async Task<int> CallAsync(string operation, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = ContentType;
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810." + operation);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20261129T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", Signature);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var content = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{operation} failed: {System.Text.Encoding.UTF8.GetString(content)}");
        return content.Length;
    }

    public void Dispose() => client.Dispose();
}
