using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>
/// One connection to a server, which is kept. It sends the bytes of a request in one call of the system, checks the status of the response
/// and reads its body. An <see cref="HttpClient"/> takes as much CPU for a call as a server does: on a machine whose cores they share, half
/// of what is measured would be the client.
/// </summary>
internal sealed class EndpointClient : IDisposable
{
    private const string Signature = "AWS4-HMAC-SHA256 Credential=key/20261129/eu-west-1/dynamodb/aws4_request, "
        + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=0000000000000000000000000000000000000000000000000000000000000000";

    private readonly Uri uri;
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] received = new byte[1 << 16];

    public EndpointClient(Uri uri)
    {
        this.uri = uri;
        socket.Connect(IPAddress.Loopback, uri.Port);
    }

    /// <summary>The bytes of a request.</summary>
    public byte[] Request(string operation, byte[] body)
    {
        var head = $"""
            POST / HTTP/1.1
            Host: {uri.Authority}
            Content-Type: application/x-amz-json-1.0
            X-Amz-Target: DynamoDB_20120810.{operation}
            X-Amz-Date: 20261129T000000Z
            Authorization: {Signature}
            Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}


            """;
        return [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), .. body];
    }

    /// <summary>Sends a request that must succeed, and returns the length of the response's body.</summary>
    public int Call(string operation, byte[] body) => Call(Request(operation, body));

    /// <summary>Sends a request that must succeed, and returns the length of the response's body.</summary>
    /// <param name="request">The bytes of the request.</param>
    public int Call(byte[] request)
    {
        for (var sent = 0; sent < request.Length;)
            sent += socket.Send(request.AsSpan(sent));

        var (count, head) = (0, -1);
        while (head < 0)
        {
            count += Receive(count);
            head = received.AsSpan(0, count).IndexOf("\r\n\r\n"u8);
        }

        var body = head + 4;
        var length = LengthOf(received.AsSpan(0, head));
        while (count < body + length)
            count += Receive(count);
        if (count > body + length)
            throw new InvalidOperationException("The response is longer than its Content-Length.");
        return received.AsSpan().StartsWith("HTTP/1.1 200 "u8)
            ? length
            : throw new InvalidOperationException(Encoding.UTF8.GetString(received, 0, count));
    }

    public void Dispose() => socket.Dispose();

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length:"u8;
        foreach (var line in head.Split("\r\n"u8))
        {
            if (head[line] is var text && text.Length > name.Length && Ascii.EqualsIgnoreCase(text[..name.Length], name))
                return int.Parse(text[name.Length..], CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("The response has no Content-Length.");
    }

    private int Receive(int place)
    {
        if (place == received.Length)
            Array.Resize(ref received, 2 * received.Length);
        var count = socket.Receive(received.AsSpan(place));
        return count > 0 ? count : throw new InvalidOperationException("The server has closed the connection.");
    }
}
