using System.Diagnostics;

namespace TrackingStore.Tests.Support;

/// <summary>Waits for what others do in their own time.</summary>
internal static class Eventually
{
    // Long enough for a busy machine: only what does not happen at all takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Waits until something is so.</summary>
    public static async Task IsSoAsync(Func<Task<bool>> isSo, string what)
    {
        for (var since = Stopwatch.StartNew(); !await isSo();)
        {
            Assert.True(since.Elapsed < Patience, $"It did not happen in time: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until the clock shows another millisecond, so that what happens next has a later time.</summary>
    public static async Task IsLaterAsync()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        while (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() <= now) await Task.Delay(1, TestContext.Current.CancellationToken);
    }
}
