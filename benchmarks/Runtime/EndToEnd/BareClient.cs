using System.Buffers;
using System.Net.Http.Headers;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>
/// The HTTP stack alone: sends bodies made beforehand, unsigned, and reads the answer into a rented buffer without looking at it.
/// No client on .NET's HTTP stack can be below.
/// </summary>
/// <param name="uri">The server.</param>
/// <param name="bodies">The request bodies by operation name, those of queries by customer.</param>
public sealed class BareClient(Uri uri, IReadOnlyDictionary<string, byte[]> bodies) : ClientVariant
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.0");

    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    public override string Name => "HTTP stack alone";

    public override bool Maps => false;

    public override async Task<Order?> GetAsync(Order key)
    {
        await SendAsync("GetItem", "GetItem");
        return null;
    }

    public override Task PutAsync(Order order) => SendAsync("PutItem", "PutItem");

    public override async Task<List<Order>> QueryAsync(string customerId)
    {
        await SendAsync("Query", customerId);
        return [];
    }

    public override Task UpdateAsync(Order order) => SendAsync("UpdateItem", "UpdateItem");

    public override Task TransactWriteAsync(List<Order> orders) => SendAsync("TransactWriteItems", "TransactWriteItems");

    public override async Task<List<Order>> BatchGetAsync(List<Order> keys)
    {
        await SendAsync("BatchGetItem", "BatchGetItem");
        return [];
    }

    public override Task BatchWriteAsync(List<Order> orders) => SendAsync("BatchWriteItem", "BatchWriteItem");

    public override void Dispose() => invoker.Dispose();

    private async Task SendAsync(string operation, string body)
    {
        using var content = new ByteArrayContent(bodies[body]);
        content.Headers.ContentType = ContentType;
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810." + operation);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        response.EnsureSuccessStatusCode();

        var length = (int)response.Content.Headers.ContentLength.GetValueOrDefault();
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        await using (var stream = await response.Content.ReadAsStreamAsync())
        {
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length));
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
