namespace DynamoToolkit.Local.Server;

/// <summary>
/// Returns the memory of many or very large bodies to the system once no request has come for a second. The runtime would keep it until it
/// needs a collection itself, which an idle process never does. Returning takes a pause, so it does not happen beside requests.
/// </summary>
internal sealed class IdleCollector : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // The shared pools let go of what nobody has used for a minute, and only while a collection runs.
    private static readonly TimeSpan PoolsIdle = TimeSpan.FromSeconds(75);

    // Less is not worth a pause.
    private const long MinBytes = 32 * 1024 * 1024;

    private readonly Timer timer;
    private int running;
    private long lastEnd;
    private int rounds;
    private long received;

    /// <summary>Begins to wait for large bodies.</summary>
    public IdleCollector() => timer = new Timer(_ => Look());

    /// <summary>A request has begun.</summary>
    public void Begin() => Interlocked.Increment(ref running);

    /// <summary>A request has ended.</summary>
    public void End()
    {
        Volatile.Write(ref lastEnd, Environment.TickCount64);
        Interlocked.Decrement(ref running);
    }

    /// <summary>A running request has a large body.</summary>
    /// <param name="bytes">The bytes that it takes.</param>
    public void Expect(long bytes)
    {
        if (Interlocked.Add(ref received, bytes) < MinBytes)
            return;

        Volatile.Write(ref rounds, 2);
        timer.Change(Interval, Interval);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var left = Volatile.Read(ref rounds);
        var idle = TimeSpan.FromMilliseconds(Environment.TickCount64 - Volatile.Read(ref lastEnd));
        if (left == 0 || Volatile.Read(ref running) > 0 || idle < (left == 2 ? Idle : PoolsIdle))
            return;

        // A large body that comes in this moment begins anew.
        if (Interlocked.CompareExchange(ref rounds, left - 1, left) != left)
            return;
        Interlocked.Exchange(ref received, 0);
        if (left == 1)
            timer.Change(Timeout.Infinite, Timeout.Infinite);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
