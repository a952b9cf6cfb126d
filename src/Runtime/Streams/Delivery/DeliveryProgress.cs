using System.Collections.Concurrent;

namespace DynamoToolkit.Streams.Delivery;

/// <summary>How far the records of a page are handled. Safe for concurrent use.</summary>
internal sealed class DeliveryProgress
{
    private readonly ConcurrentDictionary<string, Exception> waiting = new(StringComparer.Ordinal);
    private readonly bool[] finished;
    private int left;

    public DeliveryProgress(int records)
    {
        finished = new bool[records];
        left = records;
    }

    /// <summary>The number of records that are not finished.</summary>
    public int Left => Volatile.Read(ref left);

    /// <summary>Why a handler waits; null if none does.</summary>
    public Exception? Problem => waiting.Values.FirstOrDefault();

    /// <summary>The number of records at the beginning of the page that are finished without a gap.</summary>
    public int FinishedInOrder
    {
        get
        {
            var count = Array.IndexOf(finished, false);
            return count < 0 ? finished.Length : count;
        }
    }

    public void Finish(int place)
    {
        Volatile.Write(ref finished[place], true);
        Interlocked.Decrement(ref left);
    }

    /// <summary>Notes that a handler fails again and again.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Wait(string handler, Exception problem) => waiting.TryAdd(handler, problem);

    public void Resume(string handler) => waiting.TryRemove(handler, out _);
}
