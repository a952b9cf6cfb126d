using DynamoToolkit.Local.Durability;
using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>A disk on which snapshots, and for a while flushes, wait until the test goes on.</summary>
internal sealed class HeldDisk : Disk, IDisposable
{
    private readonly ManualResetEventSlim flushes = new(initialState: true);
    private readonly ManualResetEventSlim snapshots = new();
    private int begun;

    /// <summary>Whether a flush waits, or has waited.</summary>
    public ManualResetEventSlim Held { get; } = new();

    /// <summary>How many snapshots have begun.</summary>
    public int Snapshots => Volatile.Read(ref begun);

    /// <summary>Lets flushes wait from now on.</summary>
    public void HoldFlushes() => flushes.Reset();

    /// <summary>Lets flushes go on.</summary>
    public void ReleaseFlushes() => flushes.Set();

    /// <summary>Lets snapshots go on.</summary>
    public void ReleaseSnapshots() => snapshots.Set();

    public override SafeFileHandle Open(string path, FileMode mode)
    {
        if (mode == FileMode.Create && Path.GetFileName(path).StartsWith("snapshot-", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref begun);
            snapshots.Wait();
        }

        return base.Open(path, mode);
    }

    public override void Flush(SafeFileHandle file)
    {
        if (!flushes.IsSet)
        {
            Held.Set();
            flushes.Wait();
        }

        base.Flush(file);
    }

    public void Dispose()
    {
        flushes.Dispose();
        snapshots.Dispose();
        Held.Dispose();
    }
}
