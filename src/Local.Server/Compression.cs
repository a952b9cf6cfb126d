using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace DynamoToolkit.Local.Server;

/// <summary>Requests and responses that are compressed.</summary>
internal static class Compression
{
    // What the service compresses is longer than this.
    private const int MaxPlainBytes = 4096;

    /// <summary>How a request's body is compressed; null if it is not.</summary>
    /// <exception cref="BodyException">In a way that the service does not know.</exception>
    public static ContentCoding? Of(HttpRequest request)
    {
        var coding = request.Headers.ContentEncoding.ToString().Trim();
        if (coding.Length == 0 || coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return null;
        return ContentCodings.Find(coding) ?? throw BodyException.Undecodable();
    }

    /// <summary>Decompresses a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="coding">How it is compressed.</param>
    /// <param name="maxBytes">The maximum length of the result.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The result; null if it is longer than allowed.</returns>
    /// <exception cref="InvalidDataException">The body is not valid, or not whole.</exception>
    public static async Task<byte[]?> DecompressAsync(
        byte[] body, ContentCoding coding, int maxBytes, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var compressed = new MemoryStream(body);
        await using Stream source = coding == ContentCoding.Gzip
            ? new GZipStream(compressed, CompressionMode.Decompress)
            : new ZLibStream(compressed, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > maxBytes)
                return null;
        }

        var result = whole.ToArray();
        if (!IsWhole(body, coding, result))
            throw new InvalidDataException("The end of the body is missing, or something follows it.");
        return result;
    }

    /// <summary>Compresses the body of a response, if the client accepts it and the body is long.</summary>
    public static ReadOnlyMemory<byte> Compress(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length <= MaxPlainBytes || AcceptedCoding.Of(context.Request.Headers.AcceptEncoding) is not { } coding)
            return body;

        var compressed = new MemoryStream();
        using (Stream target = coding == ContentCoding.Gzip
            ? new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)
            : new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            target.Write(body.Span);
        }

        context.Response.Headers.ContentEncoding = ContentCodings.NameOf(coding);
        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    // .NET's streams accept a body that ends too early. At its end are the checksum of what it holds and, of the last gzip, the length.
    private static bool IsWhole(ReadOnlySpan<byte> body, ContentCoding coding, ReadOnlySpan<byte> result)
    {
        if (coding == ContentCoding.Deflate)
            return body.Length > sizeof(uint) && BinaryPrimitives.ReadUInt32BigEndian(body[^sizeof(uint)..]) == Adler32(result);
        if (body.Length < 2 * sizeof(uint))
            return false;

        var length = BinaryPrimitives.ReadUInt32LittleEndian(body[^sizeof(uint)..]);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(body[^(2 * sizeof(uint))..]);
        return length <= result.Length && Crc32.HashToUInt32(result[^(int)length..]) == checksum;
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        // The sums of so many bytes still fit.
        const int MaxBytes = 5552;
        const uint Modulus = 65521;
        var (first, second) = (1u, 0u);
        while (bytes.Length > 0)
        {
            foreach (var one in bytes[..Math.Min(MaxBytes, bytes.Length)])
            {
                first += one;
                second += first;
            }

            (first, second) = (first % Modulus, second % Modulus);
            bytes = bytes[Math.Min(MaxBytes, bytes.Length)..];
        }

        return (second << 16) | first;
    }
}
