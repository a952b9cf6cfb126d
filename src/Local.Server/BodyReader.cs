using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace DynamoToolkit.Local.Server;

/// <summary>
/// Receives the bodies of requests, and limits what large ones take at once. A large body waits for its place before it is read, so that
/// its client waits, too; then it must keep coming, so that a client that stalls does not keep the place.
/// </summary>
/// <param name="collector">What returns the memory of large bodies; null for nothing.</param>
internal sealed class BodyReader(IdleCollector? collector)
{
    private const int ChunkBytes = 1 << 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BodyBudget budget = new(4L * LocalDynamo.MaxRequestBytes, Patience, collector);

    /// <summary>Receives a body.</summary>
    /// <exception cref="BodyException">The body is too long, malformed, too slow, or found no place.</exception>
    public async Task<ReceivedBody> ReadAsync(HttpContext context)
    {
        var isCompressed = Compression.IsCompressed(context.Request);
        var length = context.Request.ContentLength;
        if (length > LocalDynamo.MaxRequestBytes)
            throw new BodyException(413);

        using var body = new PacedBody(context);
        IDisposable? place = null;
        try
        {
            if (length > BodyBudget.SmallBytes)
            {
                place = await TakePlaceAsync(context, isCompressed ? LocalDynamo.MaxRequestBytes : length.Value).ConfigureAwait(false);
                body.BeginPace();
            }

            var (bytes, takenPlace) = length is null
                ? await ReceiveChunksAsync(context, body).ConfigureAwait(false)
                : (await ReceiveAsync(body, (int)length).ConfigureAwait(false), place);
            place = takenPlace;
            if (isCompressed)
                (bytes, place) = await DecompressAsync(context, bytes, place).ConfigureAwait(false);
            return new ReceivedBody(bytes, place);
        }
        catch (BadHttpRequestException exception)
        {
            place?.Dispose();
            throw new BodyException(exception.StatusCode);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Kestrel reports a chunk's length beyond 2 GB so.
            place?.Dispose();
            throw new BodyException(400);
        }
        catch
        {
            place?.Dispose();
            throw;
        }
    }

    private async Task<IDisposable> TakePlaceAsync(HttpContext context, long bytes) =>
        await budget.TakeAsync(bytes, context.RequestAborted).ConfigureAwait(false)
            ?? throw new BodyException(503, new ProtocolError(
                "ServiceUnavailable", "The server is busy with other large requests. Send this one again."));

    private static async Task<byte[]> ReceiveAsync(PacedBody body, int length)
    {
        var bytes = length == 0 ? [] : GC.AllocateUninitializedArray<byte>(length);
        for (var received = 0; received < length;)
        {
            var read = await body.ReadAsync(bytes.AsMemory(received)).ConfigureAwait(false);
            received += read > 0 ? read : throw new BodyException(400);
        }

        return bytes;
    }

    // The length of a body in chunks is known at its end. It takes a place once it is no longer small.
    private async Task<(byte[] Bytes, IDisposable? Place)> ReceiveChunksAsync(HttpContext context, PacedBody body)
    {
        var whole = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        IDisposable? place = null;
        try
        {
            for (int read; (read = await body.ReadAsync(chunk).ConfigureAwait(false)) > 0;)
            {
                whole.Write(chunk, 0, read);
                if (place is not null || whole.Length <= BodyBudget.SmallBytes)
                    continue;

                place = await TakePlaceAsync(context, LocalDynamo.MaxRequestBytes).ConfigureAwait(false);
                body.BeginPace();
            }

            return (whole.ToArray(), place);
        }
        catch
        {
            place?.Dispose();
            throw;
        }
    }

    // A small body can become a large one. It is decompressed again then, once it has a place.
    private async Task<(byte[] Bytes, IDisposable? Place)> DecompressAsync(HttpContext context, byte[] body, IDisposable? place)
    {
        try
        {
            var limit = place is null ? BodyBudget.SmallBytes : LocalDynamo.MaxRequestBytes;
            var bytes = await Compression.DecompressAsync(body, limit, context.RequestAborted).ConfigureAwait(false);
            if (bytes is null && place is null)
            {
                place = await TakePlaceAsync(context, LocalDynamo.MaxRequestBytes).ConfigureAwait(false);
                bytes = await Compression.DecompressAsync(body, LocalDynamo.MaxRequestBytes, context.RequestAborted).ConfigureAwait(false);
            }

            if (bytes is not null)
                return (bytes, place);
        }
        catch (InvalidDataException)
        {
            // As of a body that is too long.
        }
        catch
        {
            place?.Dispose();
            throw;
        }

        place?.Dispose();
        throw new BodyException(400, new ProtocolError("SerializationException", "The body is not valid gzip, or it is too long."));
    }
}
