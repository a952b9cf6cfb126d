using System.Threading.Tasks.Sources;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>
/// A connection whose other end is an array instead of a server: each request is answered at once, on the same thread and without an
/// allocation, so that what is allocated is the client's own.
/// </summary>
internal sealed class CannedConnection(byte[] response) : Stream, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> pendingRead;
    private Memory<byte> pendingBuffer;
    private bool isReading;
    private int unread;

    public int Writes { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (unread > 0)
            return new(Take(buffer));

        pendingRead.Reset();
        pendingBuffer = buffer;
        isReading = true;
        return new(this, pendingRead.Version);
    }

    /// <summary>A request comes in one piece.</summary>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Writes++;
        unread = response.Length;
        if (!isReading)
            return default;

        isReading = false;
        pendingRead.SetResult(Take(pendingBuffer));
        return default;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public int GetResult(short token) => pendingRead.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => pendingRead.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        pendingRead.OnCompleted(continuation, state, token, flags);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Take(Memory<byte> buffer)
    {
        var count = Math.Min(unread, buffer.Length);
        response.AsMemory(response.Length - unread, count).CopyTo(buffer);
        unread -= count;
        return count;
    }
}
