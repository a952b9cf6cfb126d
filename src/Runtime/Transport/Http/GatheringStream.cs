using System.Buffers;
using System.Runtime.CompilerServices;

namespace DynamoToolkit.Transport.Http;

/// <summary>
/// Sends a request in one write. .NET's HTTP stack writes what is longer than its buffer of 4 KB in two: the headers with what fits of the
/// body, then the rest; each is a system call, and a packet or TLS record of its own. This stream lies between that stack and the
/// connection, and holds the first part back until the rest is there.
/// </summary>
/// <remarks>
/// It reads the length of a request from its headers, and holds back nothing that is complete. A request whose length it cannot read, or
/// that is longer than <see cref="MaxGathered"/>, goes through as it comes. Like the connection under it, it takes one write at a time.
/// </remarks>
internal sealed class GatheringStream(Stream connection) : Stream
{
    /// <summary>The longest request that is gathered, in bytes: beyond it, one more system call is nothing beside the copy.</summary>
    public const int MaxGathered = 128 * 1024;

    private byte[] gathered = [];
    private int gatheredLength;
    private long left;
    private bool goesThrough;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (left == 0 && !goesThrough)
            BeginRequest(buffer);

        left = Math.Max(0, left - buffer.Length);
        if (gathered.Length == 0)
            return connection.WriteAsync(buffer, cancellationToken);

        buffer.Span.CopyTo(gathered.AsSpan(gatheredLength));
        gatheredLength += buffer.Length;
        return left == 0 ? SendGatheredAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override void Flush() => connection.Flush();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        connection.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        connection.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => connection.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            connection.Dispose();
        base.Dispose(disposing);
    }

    private void BeginRequest(ReadOnlyMemory<byte> start)
    {
        if (!RequestHead.TryReadLength(start.Span, out left))
            goesThrough = true;
        else if (left > start.Length && left <= MaxGathered)
            gathered = ArrayPool<byte>.Shared.Rent((int)left);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendGatheredAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.WriteAsync(gathered.AsMemory(0, gatheredLength), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(gathered);
            gathered = [];
            gatheredLength = 0;
        }
    }
}
