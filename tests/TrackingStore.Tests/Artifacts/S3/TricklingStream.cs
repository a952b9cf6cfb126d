namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>Content of unknown length that arrives in pieces of odd sizes, and may break off.</summary>
internal sealed class TricklingStream(byte[] content) : Stream
{
    private const int Piece = 70_001;
    private int position;

    /// <summary>After how many bytes it breaks off.</summary>
    public int BreaksAfter { get; init; } = int.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= BreaksAfter) throw new IOException("The client went away.");
        var length = Math.Min(Math.Min(buffer.Length, Piece), content.Length - position);
        content.AsMemory(position, length).CopyTo(buffer);
        position += length;
        return ValueTask.FromResult(length);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
