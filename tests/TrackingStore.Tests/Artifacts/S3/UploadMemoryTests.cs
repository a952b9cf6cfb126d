using TrackingStore.Artifacts.S3;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>The memory that uploads share. Needs no S3.</summary>
public sealed class UploadMemoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memory_GoesToThoseWhoWait_InTheirOrder()
    {
        var memory = Of(10, Timeout.InfiniteTimeSpan);
        Assert.True(await memory.TryTakeAsync(6, Ct));
        var (large, small) = (memory.TryTakeAsync(8, Ct), memory.TryTakeAsync(1, Ct));
        Assert.False(large.IsCompleted || small.IsCompleted);
        memory.GiveBack(6);
        Assert.True(await large && await small);
        var next = memory.TryTakeAsync(2, Ct);
        Assert.False(next.IsCompleted);
        memory.GiveBack(8);
        Assert.True(await next);
        memory.GiveBack(3);
        Assert.True(await memory.TryTakeAsync(10, Ct));
    }

    [Fact]
    public async Task WhoWaitsTooLong_GetsNothing_AndLetsOthersPass()
    {
        var memory = Of(10, TimeSpan.FromMilliseconds(50));
        Assert.True(await memory.TryTakeAsync(6, Ct));
        var large = memory.TryTakeAsync(8, Ct);
        var small = memory.TryTakeAsync(4, Ct);
        Assert.False(await large);
        Assert.True(await small || await memory.TryTakeAsync(4, Ct));
        memory.GiveBack(6);
        memory.GiveBack(4);
        Assert.True(await memory.TryTakeAsync(10, Ct));
    }

    [Fact]
    public async Task WhoLeaves_LetsOthersPass()
    {
        var memory = Of(10, Timeout.InfiniteTimeSpan);
        Assert.True(await memory.TryTakeAsync(6, Ct));
        using var leaving = new CancellationTokenSource();
        var (large, small) = (memory.TryTakeAsync(8, leaving.Token), memory.TryTakeAsync(4, Ct));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.True(await small);
    }

    [Fact]
    public void Limits_AreThoseOfS3()
    {
        var limits = new S3Limits();
        Assert.Equal(10_000, limits.MaxParts);
        Assert.Equal(
            [8, 8, 16, 128], ((int[])[1, 2000, 2001, 10_000]).Select(part => limits.SizeOf(part) / (1024 * 1024)));
        Assert.Equal(2000L * (8 + 16 + 32 + 64 + 128) * 1024 * 1024, limits.MaxFileBytes);
        Assert.True(limits.MaxFileBytes < 5L << 40);
    }

    private static UploadMemory Of(long bytes, TimeSpan patience) =>
        new(new S3Limits { UploadMemory = bytes, Patience = patience }, TimeProvider.System);
}
