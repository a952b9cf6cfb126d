using System.Text;

namespace TrackingStore.Tests.Protocol;

/// <summary>A body that begins with a text and repeats another one, up to a length, as a client that promises a lot sends it.</summary>
internal sealed class EndlessBody(string begin, string repeated, long length) : Stream
{
    private readonly byte[] begin = Encoding.UTF8.GetBytes(begin);
    private readonly byte[] repeated = Encoding.UTF8.GetBytes(repeated);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    /// <summary>How much of it was read.</summary>
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - Position);
        for (var i = 0; i < read; i++, Position++)
            buffer[offset + i] = Position < begin.Length ? begin[Position] : repeated[(Position - begin.Length) % repeated.Length];

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
