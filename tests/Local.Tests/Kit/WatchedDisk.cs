using System.Collections.Concurrent;
using DynamoToolkit.Local.Durability;
using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>A disk that notes how much is flushed while writers wait for a new log, and how much is freed at once.</summary>
internal sealed class WatchedDisk : Disk
{
    private readonly ConcurrentDictionary<SafeFileHandle, long> unflushed = [];
    private long lastFlush;

    /// <summary>The most bytes that the last flush before a new log had to force to the disk: writers wait for it.</summary>
    public long MaxFlushBeforeLog { get; private set; }

    /// <summary>The longest file that was deleted.</summary>
    public long MaxDeleted { get; private set; }

    /// <summary>The files that were deleted.</summary>
    public ConcurrentQueue<string> Deleted { get; } = [];

    /// <summary>The bytes that no flush has forced to the disk yet.</summary>
    public long Unflushed => unflushed.Where(static file => !file.Key.IsClosed).Sum(static file => file.Value);

    public override SafeFileHandle Open(string path, FileMode mode)
    {
        if (mode == FileMode.Create && Path.GetFileName(path).StartsWith("log-", StringComparison.Ordinal))
            MaxFlushBeforeLog = Math.Max(MaxFlushBeforeLog, lastFlush);
        return base.Open(path, mode);
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        base.Write(file, bytes, offset);
        var length = bytes.Length;
        unflushed.AddOrUpdate(file, length, (_, sum) => sum + length);
    }

    public override void Flush(SafeFileHandle file)
    {
        var bytes = unflushed.GetValueOrDefault(file);
        lastFlush = bytes;
        base.Flush(file);
        unflushed.AddOrUpdate(file, 0, (_, sum) => sum - bytes);
    }

    public override void Delete(string path)
    {
        if (File.Exists(path))
        {
            MaxDeleted = Math.Max(MaxDeleted, new FileInfo(path).Length);
            Deleted.Enqueue(Path.GetFileName(path));
        }

        base.Delete(path);
    }
}
