using System.IO.Compression;
using System.Text;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>What the fake service does with a request: an answer, well formed or with any of the faults that networks have.</summary>
internal sealed record Reply
{
    public int Status { get; init; } = 200;

    public byte[] Body { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Sends the body in chunks, without a <c>Content-Length</c>.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Closes the connection after so many bytes of the body.</summary>
    public int? CutAt { get; init; }

    /// <summary>Closes the connection without an answer.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Answers only when this has ended.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>Sends the headers, and the body only when this has ended.</summary>
    public Task BodyUntil { get; init; } = Task.CompletedTask;

    public uint? Checksum { get; init; }

    /// <summary>Leaves the checksum's header out, as what is not the service does.</summary>
    public bool HasNoChecksum { get; init; }

    public static Reply Dropped { get; } = new() { IsDropped = true };

    public static Reply Ok(string body = "{}") => new() { Body = Encoding.UTF8.GetBytes(body) };

    /// <summary>A JSON object of so many bytes.</summary>
    public static string Filler(int length) => $$"""{"x":"{{new string('x', length - 8)}}"}""";

    public static Reply Error(string code, int status = 400, string message = "no") =>
        new()
        {
            Status = status,
            Body = Encoding.UTF8.GetBytes(
                $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"{{message}}"}""")
        };

    public Reply Gzipped()
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Body);
        return this with { Body = compressed.ToArray(), Headers = new(Headers) { ["Content-Encoding"] = "gzip" } };
    }

    public Reply WithHeader(string name, string value) => this with { Headers = new(Headers) { [name] = value } };
}
