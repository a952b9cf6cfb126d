using System.Globalization;
using System.Text;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Http;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class GatheringStreamTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static readonly Gen<int> BodyLengths = Gen.OneOf(
        Gen.Choose(0, 10_000),
        Gen.Choose(0, 10),
        Gen.Choose(GatheringStream.MaxGathered - 100, GatheringStream.MaxGathered + 100));

    private static readonly Gen<(int Body, int[] Cuts)[]> Requests =
        BodyLengths.SelectMany(static length => Gen.Choose(0, length + 60).ArrayOf(3).Select(cuts => (length, cuts))).ArrayOf(4);

    [Fact]
    public void Requests_CutAnywhere_ArriveInOrderAndWhole() => Any.Holds(Requests, static requests =>
    {
        var connection = new RecordingStream();
        using var stream = new GatheringStream(connection);
        foreach (var (body, cuts) in requests)
        {
            var request = Request(body);
            connection.SetLength(0);
            WriteInPieces(stream, request, cuts);

            // Nothing that is whole is held back: the server would wait for it, and the client for the server.
            Assert.True(request.AsSpan().SequenceEqual(connection.ToArray()));
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(100_000)]
    public void Requests_CutBehindTheHeaders_AreOneWriteEach(int body)
    {
        var connection = new RecordingStream();
        using var stream = new GatheringStream(connection);
        for (var i = 1; i <= 3; i++)
        {
            WriteInPieces(stream, Request(body), [100 + body / 2, 100 + body / 3]);
            Assert.Equal(i, connection.Writes);
        }
    }

    [Fact]
    public async Task SendAsync_OfABodyLargerThanTheHttpStacksBuffer_IsOneWrite()
    {
        CannedConnection? connection = null;
        using var transport = new HttpTransport(new HttpTransportOptions
        {
            ServiceEndpoint = new Uri("http://127.0.0.1:1"),
            Region = "eu-west-1",
            Credentials = Transports.SdkCredentials,
            ConfigureHandler = handler => handler.ConnectCallback = (_, _) =>
                new(connection = new CannedConnection("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray())),
        });
        for (var i = 1; i <= 3; i++)
        {
            using var body = await transport.SendAsync(Transports.Request($$"""{"TableName":"{{new string('t', 30_000)}}"}"""), Ct);
            Assert.Equal(i, connection!.Writes);
        }
    }

    private static byte[] Request(int body) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: {body}\r\n\r\n{new string('b', body)}"));

    private static void WriteInPieces(GatheringStream stream, byte[] request, int[] cuts)
    {
        var from = 0;
        foreach (var to in cuts.Order().Append(request.Length).Select(cut => Math.Min(cut, request.Length)).Distinct().Where(
            static cut => cut > 0))
        {
            var write = stream.WriteAsync(request.AsMemory(from..to), Ct);
            Assert.True(write.IsCompletedSuccessfully);
            from = to;
        }
    }

    private sealed class RecordingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
