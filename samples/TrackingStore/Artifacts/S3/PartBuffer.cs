using System.Buffers;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// A part of a file in memory. It grows with what arrives, and counts as a whole part as soon as it is not small any more.
/// </summary>
internal sealed class PartBuffer(UploadMemory memory) : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private long taken;

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, from their beginning.</summary>
    public Stream Open() => new MemoryStream(bytes, 0, Length, writable: false);

    /// <summary>Reads until the part is full or the content ends.</summary>
    /// <exception cref="TrackingException">There is no memory for it: too many files are being uploaded.</exception>
    public async Task FillAsync(int size, Stream content, CancellationToken cancellationToken)
    {
        for (Length = 0; Length < size;)
        {
            if (Length == bytes.Length)
            {
                await TakeAsync(size, cancellationToken);
                Grow(Math.Min(2 * Length, size));
            }

            var room = bytes.AsMemory(Length, Math.Min(bytes.Length, size) - Length);
            var read = await content.ReadAsync(room, cancellationToken);
            if (read == 0) return;
            Length += read;
        }
    }

    /// <summary>Lets others use the bytes. Not after an error: what sends them may not have stopped yet.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    /// <summary>Gives back what was taken of the memory.</summary>
    public void Dispose()
    {
        memory.GiveBack(taken);
        taken = 0;
    }

    private async Task TakeAsync(long size, CancellationToken cancellationToken)
    {
        if (taken >= size) return;
        if (!await memory.TryTakeAsync(size - taken, cancellationToken)) throw new TrackingException(new UploadsWaiting(RetryAfter));
        taken = size;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
