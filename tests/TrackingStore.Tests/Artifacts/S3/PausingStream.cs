namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>Content whose client pauses in the middle.</summary>
internal sealed class PausingStream(byte[] content, int pausesAfter) : MemoryStream(content)
{
    private readonly TaskCompletionSource paused = new();
    private readonly TaskCompletionSource goesOn = new();

    /// <summary>Ends when the client pauses.</summary>
    public Task IsPaused => paused.Task;

    /// <summary>Lets the client go on.</summary>
    public void GoOn() => goesOn.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= pausesAfter)
        {
            paused.TrySetResult();
            await goesOn.Task;
        }

        return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 10_000)], cancellationToken);
    }
}
