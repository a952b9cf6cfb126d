using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
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
    private const double MinBytesPerSecond = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly BodyBudget budget = new(4L * LocalDynamo.MaxRequestBytes, Patience);

    /// <summary>Receives a body.</summary>
    /// <exception cref="BodyException">The body is too long, malformed, too slow, or found no place.</exception>
    public async Task<ReceivedBody> ReadAsync(HttpContext context)
    {
        var isCompressed = Compression.IsCompressed(context.Request);
        var length = context.Request.ContentLength;
        if (length > LocalDynamo.MaxRequestBytes)
            throw new BodyException(413);

        IDisposable? place = null;
        try
        {
            if (length > BodyBudget.SmallBytes)
                place = await TakePlaceAsync(context, isCompressed ? LocalDynamo.MaxRequestBytes : length.Value).ConfigureAwait(false);

            var (bytes, takenPlace) = length is null
                ? await ReceiveChunksAsync(context).ConfigureAwait(false)
                : (await ReceiveAsync(context, (int)length).ConfigureAwait(false), place);
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

    private async Task<IDisposable> TakePlaceAsync(HttpContext context, long bytes)
    {
        var place = await budget.TakeAsync(bytes, context.RequestAborted).ConfigureAwait(false)
            ?? throw new BodyException(503, new ProtocolError(
                "ServiceUnavailable", "The server is busy with other large requests. Send this one again."));
        collector?.Expect(bytes);
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        return place;
    }

    private static async Task<byte[]> ReceiveAsync(HttpContext context, int length)
    {
        var bytes = length == 0 ? [] : GC.AllocateUninitializedArray<byte>(length);
        await context.Request.Body.ReadExactlyAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        return bytes;
    }

    // The length of a body in chunks is known at its end. It takes a place once it is no longer small.
    private async Task<(byte[] Bytes, IDisposable? Place)> ReceiveChunksAsync(HttpContext context)
    {
        var whole = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        IDisposable? place = null;
        try
        {
            for (int read; (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted).ConfigureAwait(false)) > 0;)
            {
                whole.Write(chunk, 0, read);
                if (whole.Length > BodyBudget.SmallBytes)
                    place ??= await TakePlaceAsync(context, LocalDynamo.MaxRequestBytes).ConfigureAwait(false);
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
