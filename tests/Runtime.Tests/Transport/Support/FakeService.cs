using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>
/// An HTTP server over bare sockets, so that it can misbehave in every way that a network can. It answers as a test says.
/// </summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<ReceivedRequest, Reply> answer;
    private readonly ConcurrentQueue<ReceivedRequest> requests = new();
    private readonly Task accepting;
    private int connections;

    public FakeService(Func<ReceivedRequest, Reply> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    /// <summary>Gives these replies one after the other, and the last one for ever.</summary>
    public FakeService(params Reply[] replies)
        : this(request => replies[Math.Min(request.Number, replies.Length) - 1])
    {
    }

    public Uri Address { get; }

    public IReadOnlyList<ReceivedRequest> Requests => [.. requests];

    public int Connections => connections;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                var connection = Interlocked.Increment(ref connections);
                open.Add(Task.Run(() => ServeAsync(socket, connection)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException
            || (exception is InvalidOperationException && stop.IsCancellationRequested))
        {
            // The listener may be closed between two connections, too.
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await ReadRequestAsync(stream, connection) is { } request)
            {
                if (!await AnswerAsync(stream, answer(request)))
                    break;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<ReceivedRequest?> ReadRequestAsync(NetworkStream stream, int connection)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(next, stop.Token) == 0)
                return null;
            head.Add(next[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(static line => line.Split(": ", 2)).ToDictionary(
            static p => p[0], static p => p[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        lock (requests)
        {
            var request = new ReceivedRequest(requests.Count + 1, connection, lines[0], headers, body);
            requests.Enqueue(request);
            return request;
        }
    }

    private static bool EndsHead(List<byte> head) => head is [.., 13, 10, 13, 10];

    /// <summary>Sends a reply, and says whether the connection stays open.</summary>
    private async Task<bool> AnswerAsync(NetworkStream stream, Reply reply)
    {
        await reply.Until.WaitAsync(stop.Token);
        if (reply.IsDropped)
        {
            // A reset, not an orderly end.
            stream.Socket.LingerState = new LingerOption(true, 0);
            return false;
        }

        await stream.WriteAsync(HeadOf(reply), stop.Token);
        await reply.BodyUntil.WaitAsync(stop.Token);
        var body = reply.IsChunked ? Chunked(reply.Body) : reply.Body;
        await stream.WriteAsync(body.AsMemory(0, reply.CutAt ?? body.Length), stop.Token);
        return reply.CutAt is null;
    }

    private static byte[] HeadOf(Reply reply)
    {
        var head = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} X\r\nx-amzn-RequestId: REQUEST-1\r\n"));
        if (!reply.HasNoChecksum)
            head.Append(CultureInfo.InvariantCulture, $"x-amz-crc32: {reply.Checksum ?? Crc32.HashToUInt32(reply.Body)}\r\n");
        head.Append("Content-Type: application/x-amz-json-1.0\r\n");
        foreach (var (name, value) in reply.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(reply.IsChunked ? "Transfer-Encoding: chunked\r\n\r\n" : string.Create(
            CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length}\r\n\r\n"));
        return Encoding.ASCII.GetBytes(head.ToString());
    }

    private static byte[] Chunked(byte[] body)
    {
        var chunks = new MemoryStream();
        foreach (var chunk in body.Chunk(7))
        {
            chunks.Write(Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }
}
