using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Http;

/// <summary>Reads a response's body into a pooled buffer, and checks that it arrived as it was sent.</summary>
internal static class ResponseBody
{
    private const string ChecksumHeader = "x-amz-crc32";

    /// <summary>What is rented at once at most on the word of a <c>Content-Length</c>: the largest answer of the service.</summary>
    private const int MostRentedAtOnce = 17 * 1024 * 1024;

    private const int DefaultCapacity = 4096;

    /// <exception cref="InvalidDataException">The body is damaged.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async ValueTask<WireBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var expected = response.Content.Headers.ContentLength;
        var buffer = WireBuffer.Rent((int)Math.Min(expected ?? DefaultCapacity, MostRentedAtOnce));
        try
        {
            // Only the headers have been read so far, and with them the stream is there: this does not block.
            var stream = response.Content.ReadAsStream(cancellationToken);
            while (buffer.Length != expected)
            {
                var read = await stream.ReadAsync(buffer.GetMemory(1), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                buffer.Advance(read);
            }

            VerifyChecksum(response, buffer.WrittenSpan);
            return IsGzip(response) ? Decompress(buffer) : buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>The checksum is of the bytes on the wire, so before they are decompressed.</summary>
    private static void VerifyChecksum(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (!response.Headers.NonValidated.TryGetValues(ChecksumHeader, out var values))
            return;
        if (!uint.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var expected) || Crc32.Of(body) != expected)
            throw new InvalidDataException("The response's checksum is not its body's: it was damaged on the way.");
    }

    private static bool IsGzip(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
        && string.Equals(values.ToString(), "gzip", StringComparison.OrdinalIgnoreCase);

    /// <summary>The stream takes a body that ends too early for a whole one; the format's own checksum and length tell.</summary>
    private static void VerifyTrailer(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> plain)
    {
        const int TrailerLength = 8;
        if (compressed.Length < TrailerLength
            || BinaryPrimitives.ReadUInt32LittleEndian(compressed[^TrailerLength..]) != Crc32.Of(plain)
            || BinaryPrimitives.ReadUInt32LittleEndian(compressed[^(TrailerLength / 2)..]) != (uint)plain.Length)
        {
            throw new InvalidDataException("The compressed response is damaged.");
        }
    }

    private static WireBuffer Decompress(WireBuffer compressed)
    {
        MemoryMarshal.TryGetArray(compressed.WrittenMemory, out var bytes);
        var plain = WireBuffer.Rent(Math.Max(DefaultCapacity, compressed.Length * 4));
        try
        {
            using var stream = new GZipStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), CompressionMode.Decompress);
            int read;
            while ((read = stream.Read(plain.GetSpan(1))) > 0)
                plain.Advance(read);
            VerifyTrailer(bytes, plain.WrittenSpan);
        }
        catch
        {
            plain.Dispose();
            throw;
        }

        compressed.Dispose();
        return plain;
    }
}
