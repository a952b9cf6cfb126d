namespace DynamoToolkit.Local.Server;

/// <summary>
/// Reads the body of a request. Once the body holds a place it must keep coming, however it is framed. Kestrel's own limit cannot do this:
/// Kestrel looks it up only once, when the body is first read.
/// </summary>
internal sealed class PacedBody(HttpContext context) : IDisposable
{
    private const double MinBytesPerSecond = 100_000;
    private const double GraceSeconds = 5;

    private CancellationTokenSource? tooSlow;
    private long start;
    private long received;

    /// <summary>From now on, the body must keep coming.</summary>
    public void BeginPace()
    {
        if (tooSlow is not null)
            return;

        tooSlow = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        start = Environment.TickCount64;
    }

    /// <summary>Reads what has come.</summary>
    /// <returns>The number of bytes; 0 at the end.</returns>
    /// <exception cref="BodyException">The body is too slow.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        if (tooSlow is null)
            return await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false);

        tooSlow.CancelAfter(Left());
        try
        {
            var read = await context.Request.Body.ReadAsync(buffer, tooSlow.Token).ConfigureAwait(false);
            received += read;
            return read;
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new BodyException(408);
        }
    }

    public void Dispose() => tooSlow?.Dispose();

    // A body that came fast may pause as long as any other, not for as long as it was ahead.
    private TimeSpan Left()
    {
        var elapsed = (Environment.TickCount64 - start) / 1000.0;
        var ahead = (received / MinBytesPerSecond) - elapsed;
        return TimeSpan.FromSeconds(Math.Clamp(GraceSeconds + ahead, 0, GraceSeconds));
    }
}
