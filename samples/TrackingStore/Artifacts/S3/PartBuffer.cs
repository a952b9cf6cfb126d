using System.Buffers;

namespace TrackingStore.Artifacts.S3;

/// <summary>A part of a file in memory. It grows with what arrives.</summary>
internal sealed class PartBuffer
{
    private const int FirstSize = 64 * 1024;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, from their beginning.</summary>
    public Stream Open() => new MemoryStream(bytes, 0, Length, writable: false);

    /// <summary>Reads until the part is full or the content ends.</summary>
    public async Task FillAsync(int size, Stream content, CancellationToken cancellationToken)
    {
        for (Length = 0; Length < size;)
        {
            if (Length == bytes.Length) Grow(Math.Min(2 * Length, size));
            var room = bytes.AsMemory(Length, Math.Min(bytes.Length, size) - Length);
            var read = await content.ReadAsync(room, cancellationToken);
            if (read == 0) return;
            Length += read;
        }
    }

    /// <summary>Lets others use the memory. Not after an error: what sends the bytes may not have stopped yet.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
