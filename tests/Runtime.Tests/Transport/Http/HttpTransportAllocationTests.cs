using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class HttpTransportAllocationTests
{
    /// <summary>.NET's own HTTP client takes about 1,900 of them; the signature's text is the largest part of the rest.</summary>
#if DEBUG
    // A debug build makes an object of each async method's state.
    private const int Budget = 4_000;
#else
    private const int Budget = 3_100;
#endif

    [Fact]
    public async Task SendAsync_WarmTransport_AllocatesLittleMoreThanTheHttpClientBelow()
    {
        using var transport = new HttpTransport(new HttpTransportOptions
        {
            ServiceEndpoint = new Uri("http://127.0.0.1:1"),
            Region = "eu-west-1",
            Credentials = new SessionAWSCredentials(Transports.AccessKey, Transports.Secret, new string('t', 800)),
            ConfigureHandler = static handler => handler.ConnectCallback = static (_, _) => new(new CannedConnection(Response())),
        });
        await SendManyAsync(transport, 200);

        const int Calls = 500;
        var thread = Environment.CurrentManagedThreadId;
        var before = GC.GetAllocatedBytesForCurrentThread();
        await SendManyAsync(transport, Calls);
        var perCall = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;

        // Everything completes at once, so that the whole way is on this thread.
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.InRange(perCall, 1_000, Budget);
    }

    private static async Task SendManyAsync(HttpTransport transport, int calls)
    {
        var request = Transports.Request("""{"TableName":"table","Key":{"pk":{"S":"RUN#1234567890"}}}""");
        for (var i = 0; i < calls; i++)
        {
            using var body = await transport.SendAsync(request, CancellationToken.None);
            Assert.Equal(1_000, body.Length);
        }
    }

    private static byte[] Response()
    {
        var body = Encoding.ASCII.GetBytes(Reply.Filler(1_000));
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nServer: Server\r\nDate: Fri, 20 Nov 2026 13:00:00 GMT\r\n"
            + $"Content-Type: application/x-amz-json-1.0\r\nContent-Length: 1000\r\n"
            + $"x-amzn-RequestId: 5Q8L3Q2J0J5E5Q8L3Q2J0J5E5Q8L3Q2J0J5E5Q8L3Q2J0J5E\r\nx-amz-crc32: {Crc32.HashToUInt32(body)}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
