namespace TrackingStore.Tests.Artifacts;

/// <summary>An upload that is under way until the test ends it.</summary>
internal sealed class WaitingStream : MemoryStream
{
    private readonly TaskCompletionSource read = new();
    private readonly TaskCompletionSource end = new();
    private int reads;

    /// <summary>Ends when somebody waits for the rest.</summary>
    public Task IsRead => read.Task;

    /// <summary>Ends the upload.</summary>
    public void End() => end.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (reads++ == 0)
        {
            "whole"u8.CopyTo(buffer.Span);
            return 5;
        }

        read.SetResult();
        await end.Task;
        return 0;
    }
}
