using System.Buffers;

namespace TrackingStore.Artifacts;

/// <summary>A file on its way to the disk. It knows whether the client or the disk is to blame for an error.</summary>
internal sealed class Upload(Stream content)
{
    private const int Buffer = 128 * 1024;

    /// <summary>The temporary file, once there is one.</summary>
    public string? File { get; private set; }

    /// <summary>Whether the content was there when an error happened, so that the disk is to blame.</summary>
    public bool HasContent { get; private set; } = true;

    /// <summary>Writes the content to a temporary file.</summary>
    public async Task ReceiveAsync(string temporary, CancellationToken cancellationToken)
    {
        File = temporary;
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            await using var file = new FileStream(
                temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            // The name must not be on the disk before the content is.
            file.Flush(flushToDisk: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Deletes the temporary file, if it is still there.</summary>
    public void Discard()
    {
        if (System.IO.File.Exists(File)) System.IO.File.Delete(File);
    }

    private async ValueTask<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        HasContent = false;
        var read = await content.ReadAsync(buffer, cancellationToken);
        HasContent = true;
        return read;
    }
}
