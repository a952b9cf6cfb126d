using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>An endpoint behind a port, such as DynamoDB Local.</summary>
internal sealed partial class HttpEndpoint(Uri address) : IEndpoint
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<Answer> CallAsync(Request request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address);
        message.Content = new StringContent(request.Body.ToJsonString());
        message.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        message.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + request.Operation);
        message.Headers.Add("X-Amz-Date", "20260101T000000Z");
        message.Headers.TryAddWithoutValidation("Authorization", Signature);
        try
        {
            using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new Answer((int)response.StatusCode, Parse(text));
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            // DynamoDB Local leaves a few requests without an answer.
            return new Answer(500, Parse($"No answer to {request.Operation} {request.Body.ToJsonString()}"));
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    // DynamoDB Local answers some requests that it does not understand with a page of HTML.
    private static JsonObject Parse(string text) => text.StartsWith('{')
        ? JsonNode.Parse(HalfCharacter().Replace(text, @"\uFFFD"), documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!.AsObject()
        : new JsonObject { ["__type"] = "NotJson", ["message"] = text };

    // DynamoDB Local quotes half of a character beyond the BMP, which is no text.
    [GeneratedRegex(@"\\ud[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..)\\ud[c-f]..", RegexOptions.IgnoreCase)]
    private static partial Regex HalfCharacter();
}
