namespace DynamoToolkit.Local.Server;

/// <summary>
/// Returns the memory of many or very large bodies to the system once no request has come for a second. The runtime would keep it until it
/// needs a collection itself, which an idle process never does. A collection pauses the process, so it does not happen while large bodies
/// are in progress, nor between other requests.
/// </summary>
internal sealed class IdleCollector : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // The shared pools let go of what nobody has used for a minute, and only while a collection runs.
    private static readonly TimeSpan PoolsIdle = TimeSpan.FromSeconds(75);

    // Less is not worth a pause.
    private const long MinBytes = 32 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Timer timer;
    private int running;
    private long lastRequest;
    private int rounds;
    private long received;

    /// <summary>Begins to wait for large bodies.</summary>
    public IdleCollector() => timer = new Timer(_ => Look());

    /// <summary>A request has begun or ended. It does not count as running, because its client may never end it.</summary>
    public void Notice() => Volatile.Write(ref lastRequest, Environment.TickCount64);

    /// <summary>A request with a large body has begun.</summary>
    /// <param name="bytes">The bytes that it takes.</param>
    public void Begin(long bytes)
    {
        lock (gate)
        {
            running++;
            received += bytes;
            if (received < MinBytes)
                return;

            rounds = 2;
            timer.Change(Interval, Interval);
        }
    }

    /// <summary>A request with a large body has ended.</summary>
    public void End()
    {
        Notice();
        lock (gate)
            running--;
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        lock (gate)
        {
            var idle = TimeSpan.FromMilliseconds(Environment.TickCount64 - Volatile.Read(ref lastRequest));
            if (rounds == 0 || running > 0 || idle < (rounds == 2 ? Idle : PoolsIdle))
                return;

            // In one step: a large body that comes in this moment would begin anew, and then lose its timer.
            received = 0;
            if (--rounds == 0)
                timer.Change(Timeout.Infinite, Timeout.Infinite);
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
