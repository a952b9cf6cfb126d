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
        var received = new ReceivedBody();
        try
        {
            await ReceiveAsync(context, received).ConfigureAwait(false);
            return received;
        }
        catch (Exception exception)
        {
            received.Dispose();
            if (exception is BadHttpRequestException request)
                throw new BodyException(request.StatusCode);

            // Kestrel reports the length of a chunk beyond 2 GB like this.
            if (exception is IOException && !context.RequestAborted.IsCancellationRequested)
                throw new BodyException(400);
            throw;
        }
    }

    private async Task ReceiveAsync(HttpContext context, ReceivedBody received)
    {
        var coding = Compression.Of(context.Request);
        var length = context.Request.ContentLength;
        if (length > LocalDynamo.MaxRequestBytes)
            throw new BodyException(413);

        using var body = new PacedBody(context);
        if (length > BodyBudget.SmallBytes)
        {
            var bytes = coding is not null ? LocalDynamo.MaxRequestBytes : length.Value;
            received.Place = await TakePlaceAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            body.BeginPace();
        }

        received.Bytes = length is null
            ? await ReadChunksAsync(body, received, context.RequestAborted).ConfigureAwait(false)
            : await ReadAsync(body, (int)length).ConfigureAwait(false);
        if (coding is null)
            return;

        await SocketThread.LeaveAsync();
        received.Bytes = await DecompressAsync(received, coding.Value, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<IDisposable> TakePlaceAsync(long bytes, CancellationToken cancellationToken) =>
        await budget.TakeAsync(bytes, cancellationToken).ConfigureAwait(false)
            ?? throw new BodyException(503, new ProtocolError(
                "ServiceUnavailable", "The server is busy with other large requests. Send this one again."));

    private static async Task<byte[]> ReadAsync(PacedBody body, int length)
    {
        var bytes = length == 0 ? [] : GC.AllocateUninitializedArray<byte>(length);
        for (var end = 0; end < length;)
        {
            var read = await body.ReadAsync(bytes.AsMemory(end)).ConfigureAwait(false);
            end += read > 0 ? read : throw new BodyException(400);
        }

        return bytes;
    }

    // The length of a chunked body is known only at its end, so the body takes a place when it becomes large.
    private async Task<byte[]> ReadChunksAsync(PacedBody body, ReceivedBody received, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (int read; (read = await body.ReadAsync(chunk).ConfigureAwait(false)) > 0;)
        {
            whole.Write(chunk, 0, read);
            if (received.Place is not null || whole.Length <= BodyBudget.SmallBytes)
                continue;

            received.Place = await TakePlaceAsync(LocalDynamo.MaxRequestBytes, cancellationToken).ConfigureAwait(false);
            body.BeginPace();
        }

        return whole.ToArray();
    }

    // A small body can decompress to a large one. Then it takes a place, and is decompressed again.
    private async Task<byte[]> DecompressAsync(ReceivedBody received, ContentCoding coding, CancellationToken cancellationToken)
    {
        try
        {
            var limit = received.Place is null ? BodyBudget.SmallBytes : LocalDynamo.MaxRequestBytes;
            var bytes = await Compression.DecompressAsync(received.Bytes, coding, limit, cancellationToken).ConfigureAwait(false);
            if (bytes is null && received.Place is null)
            {
                received.Place = await TakePlaceAsync(LocalDynamo.MaxRequestBytes, cancellationToken).ConfigureAwait(false);
                bytes = await Compression.DecompressAsync(received.Bytes, coding, LocalDynamo.MaxRequestBytes, cancellationToken)
                    .ConfigureAwait(false);
            }

            return bytes ?? throw new BodyException(413);
        }
        catch (InvalidDataException)
        {
            throw BodyException.Undecodable();
        }
    }
}
