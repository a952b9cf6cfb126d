using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Http;

/// <summary>Reads a response's body into a pooled buffer, and checks that it arrived as it was sent.</summary>
internal static class ResponseBody
{
    public const string ChecksumHeader = "x-amz-crc32";

    /// <summary>What is rented at once at most on the word of a <c>Content-Length</c>: the largest answer of the service.</summary>
    private const int MaxRentedAtOnce = 17 * 1024 * 1024;

    private const int DefaultCapacity = 4096;

    /// <exception cref="InvalidDataException">The body is damaged.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static ValueTask<WireBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var checksum = response.Headers.NonValidated.TryGetValues(ChecksumHeader, out var checksums) ? checksums.ToString() : null;
        var headers = response.Content.Headers;
        var encoding = headers.NonValidated.TryGetValues("Content-Encoding", out var encodings) ? encodings.ToString() : null;
        var isAnswer = response.StatusCode == HttpStatusCode.OK;

        // Only the headers have been read so far, and with them the stream is there: this does not block.
        var stream = response.Content.ReadAsStream(cancellationToken);
        return ReadAsync(stream, headers.ContentLength, checksum, encoding, isAnswer, cancellationToken);
    }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="stream">The body as it comes over the wire.</param>
    /// <param name="length">Its length, where that is known.</param>
    /// <param name="checksum">
    /// The value of the header <c>x-amz-crc32</c>. It is of the bytes on the wire, so before they are decompressed.
    /// </param>
    /// <param name="encoding">The value of the header <c>Content-Encoding</c>.</param>
    /// <param name="isAnswer">Whether it is an operation's answer, and so must be a JSON object; an error may have any body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<WireBuffer> ReadAsync(
        Stream stream, long? length, string? checksum, string? encoding, bool isAnswer, CancellationToken cancellationToken)
    {
        var buffer = WireBuffer.Rent((int)Math.Min(length ?? DefaultCapacity, MaxRentedAtOnce));
        try
        {
            while (buffer.Length != length)
            {
                var read = await stream.ReadAsync(buffer.GetMemory(1), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                buffer.Advance(read);
            }

            VerifyChecksum(checksum, buffer.WrittenSpan);
            if (string.Equals(encoding, "gzip", StringComparison.OrdinalIgnoreCase))
                buffer = Decompress(buffer);
            if (isAnswer)
                VerifyAnswer(buffer.WrittenSpan, isChecked: checksum is not null);
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static void VerifyChecksum(string? checksum, ReadOnlySpan<byte> body)
    {
        if (checksum is null)
            return;
        if (!uint.TryParse(checksum, NumberStyles.None, CultureInfo.InvariantCulture, out var expected)
            || Crc32.HashToUInt32(body) != expected)
        {
            throw new InvalidDataException("The response's checksum is not its body's: it was damaged on the way.");
        }
    }

    /// <summary>
    /// A proxy's page with the status of a success is not an answer, and neither is a part of one. Where the service's checksum vouches for
    /// the bytes, their ends say enough; reading a page of items twice would cost too much.
    /// </summary>
    private static void VerifyAnswer(ReadOnlySpan<byte> body, bool isChecked)
    {
        var json = body.Trim(" \t\r\n"u8);
        if (json is not [(byte)'{', .., (byte)'}'] || (!isChecked && !IsWellFormed(json)))
            throw new InvalidDataException("The response is no JSON object: the service did not send it so.");
    }

    private static bool IsWellFormed(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, AttributeValueJson.ReaderOptions);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The stream takes a body that ends too early for a whole one; the format's own checksum and length tell.</summary>
    private static void VerifyTrailer(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> plain)
    {
        const int TrailerLength = 8;
        if (compressed.Length < TrailerLength
            || BinaryPrimitives.ReadUInt32LittleEndian(compressed[^TrailerLength..]) != Crc32.HashToUInt32(plain)
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
