using System.Buffers;
using System.Net.Http.Headers;
using DynamoToolkit.Benchmarks.EndToEnd;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>
/// The limit: hand-written mapping straight on .NET's HTTP stack, unsigned, without retries, checksums or telemetry.
/// What a client spends above it is the price of those.
/// </summary>
public sealed class HandClient(Uri uri) : ClientVariant
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.0");

    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Reads one answer.</summary>
    private delegate T Parse<out T>(ReadOnlySpan<byte> body);

    public override string Name => ClientVariants.Floor;

    public override Task<Order?> GetAsync(Order key)
    {
        var (buffer, length) = HandRequests.Get(key);
        return SendAsync<Order?>("DynamoDB_20120810.GetItem", buffer, length, static body =>
        {
            var reader = new HandReader(body);
            reader.Expect("{\"Item\":"u8);
            return OrderReader.Read(ref reader);
        });
    }

    public override Task PutAsync(Order order)
    {
        var (buffer, length) = HandRequests.Put(order);
        return SendAsync("DynamoDB_20120810.PutItem", buffer, length, static _ => true);
    }

    public override Task<List<Order>> QueryAsync(string customerId)
    {
        var (buffer, length) = HandRequests.Query(customerId);
        return SendAsync("DynamoDB_20120810.Query", buffer, length, static body =>
        {
            var reader = new HandReader(body);
            reader.Expect("{\"Count\":"u8);
            return OrderReader.ReadList(ref reader, reader.Count());
        });
    }

    public override Task UpdateAsync(Order order)
    {
        var (buffer, length) = HandRequests.Update(order);
        return SendAsync("DynamoDB_20120810.UpdateItem", buffer, length, static _ => true);
    }

    public override Task DeleteAsync(Order key)
    {
        var (buffer, length) = HandRequests.Get(key);
        return SendAsync("DynamoDB_20120810.DeleteItem", buffer, length, static _ => true);
    }

    public override Task<List<Order>> TransactGetAsync(List<Order> keys)
    {
        var count = keys.Count;
        var (buffer, length) = HandRequests.TransactGet(keys);
        return SendAsync("DynamoDB_20120810.TransactGetItems", buffer, length, body =>
        {
            var reader = new HandReader(body);
            return OrderReader.ReadResponses(ref reader, count);
        });
    }

    public override Task TransactWriteAsync(List<Order> orders)
    {
        var (buffer, length) = HandRequests.TransactWrite(orders);
        return SendAsync("DynamoDB_20120810.TransactWriteItems", buffer, length, static _ => true);
    }

    public override Task<List<Order>> BatchGetAsync(List<Order> keys)
    {
        var count = keys.Count;
        var (buffer, length) = HandRequests.BatchGet(keys);
        return SendAsync("DynamoDB_20120810.BatchGetItem", buffer, length, body =>
        {
            var reader = new HandReader(body);
            return OrderReader.ReadList(ref reader, count);
        });
    }

    public override Task BatchWriteAsync(List<Order> orders)
    {
        var (buffer, length) = HandRequests.BatchWrite(orders);
        return SendAsync("DynamoDB_20120810.BatchWriteItem", buffer, length, static _ => true);
    }

    public override void Dispose() => invoker.Dispose();

    private async Task<T> SendAsync<T>(string target, byte[] body, int bodyLength, Parse<T> parse)
    {
        using var content = new ByteArrayContent(body, 0, bodyLength);
        content.Headers.ContentType = ContentType;
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        ArrayPool<byte>.Shared.Return(body);
        response.EnsureSuccessStatusCode();

        var length = (int)response.Content.Headers.ContentLength.GetValueOrDefault();
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        await using (var stream = await response.Content.ReadAsStreamAsync())
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length));

        var result = parse(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return result;
    }
}
