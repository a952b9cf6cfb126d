using System.IO.Compression;

namespace DynamoToolkit.Local.Server;

/// <summary>Requests and responses that are compressed with gzip.</summary>
internal static class Compression
{
    private const string Gzip = "gzip";

    // Compressing less saves nothing. The service does not document its own limit.
    private const int MinBytes = 1024;

    /// <summary>Whether a request's body is compressed.</summary>
    public static bool IsCompressed(HttpRequest request) =>
        string.Equals(request.Headers.ContentEncoding.ToString().Trim(), Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>Decompresses a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="maxBytes">The maximum length of the result.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The result; null if it is longer than allowed.</returns>
    /// <exception cref="InvalidDataException">The body is not valid.</exception>
    public static async Task<byte[]?> DecompressAsync(byte[] body, int maxBytes, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        await using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        for (int read; (read = await gzip.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > maxBytes)
                return null;
        }

        return whole.ToArray();
    }

    /// <summary>Compresses the body of a response, if the client asks for it and it is worth it.</summary>
    public static ReadOnlyMemory<byte> Compress(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length < MinBytes || !Accepts(context.Request))
            return body;

        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.Span);
        context.Response.Headers.ContentEncoding = Gzip;
        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    private static bool Accepts(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(static encoding => encoding.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase) && encoding.Quality is null or > 0);
}
