namespace TrackingStore.Tests.Artifacts;

/// <summary>An upload that breaks off after a few bytes.</summary>
internal sealed class BrokenStream : MemoryStream
{
    private bool started;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (started) throw new IOException("The client went away.");
        started = true;
        buffer.Span[..10].Fill(1);
        return ValueTask.FromResult(10);
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        CopyAsync(destination, bufferSize, cancellationToken);

    private async Task CopyAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[bufferSize];
        while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
    }
}
