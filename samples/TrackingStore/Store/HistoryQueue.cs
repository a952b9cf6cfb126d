using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TrackingStore.Store;

/// <summary>
/// The runs whose packs are to be merged. It lives in memory only: a run that is forgotten by a server that ends is found again by what is
/// logged to it next, or by who reads it.
/// </summary>
internal sealed class HistoryQueue
{
    private const int MinBytesPerMerge = 32 * 1024;
    private const int BytesPerMetric = 1024;
    private const int MinPacksPerMerge = 64;

    private readonly Lock gate = new();
    private readonly HashSet<string> waiting = [];

    /// <summary>The runs that are being merged, and whether each of them is due again.</summary>
    private readonly Dictionary<string, bool> running = [];

    private readonly Channel<string> runs = Channel.CreateUnbounded<string>();

    /// <summary>
    /// The bytes after which packs are merged, on average. A merge writes an item for each metric, so it waits until it has enough for
    /// each.
    /// </summary>
    public static int BytesPerMerge(int metrics) => Math.Max(MinBytesPerMerge, metrics * BytesPerMetric);

    /// <summary>The packs after which they are merged, on average, however small they are.</summary>
    public static int PacksPerMerge(int metrics) => Math.Max(MinPacksPerMerge, metrics);

    /// <summary>
    /// A pack was written. Whether its run is due depends on the pack's id, which is as good as random. So nobody counts the packs of runs,
    /// and it does not matter how many servers write them, or how often one starts anew.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="packId">The pack.</param>
    /// <param name="bytes">The bytes of the pack.</param>
    /// <param name="metrics">How many metrics the request has that the pack is of.</param>
    public void Wrote(string runId, string packId, int bytes, int metrics)
    {
        Span<byte> id = stackalloc byte[sizeof(ulong) * 2];
        Base64Url.DecodeFromChars(packId, id);
        var share = Math.Max((double)bytes / BytesPerMerge(metrics), 1.0 / PacksPerMerge(metrics));
        if (BinaryPrimitives.ReadUInt32LittleEndian(id) < share * uint.MaxValue) Add(runId);
    }

    /// <summary>Adds a run, if it is not there. A run that is being merged comes again after that.</summary>
    public void Add(string runId)
    {
        lock (gate)
        {
            if (running.ContainsKey(runId)) running[runId] = true;
            else if (waiting.Add(runId)) runs.Writer.TryWrite(runId);
        }
    }

    /// <summary>The merge of a run that was taken has ended, well or not. Until then nobody else gets the run.</summary>
    public void Done(string runId)
    {
        lock (gate)
            if (running.Remove(runId, out var isDue) && isDue && waiting.Add(runId)) runs.Writer.TryWrite(runId);
    }

    /// <summary>Takes runs as they come, until it is cancelled. The caller reports each with <see cref="Done"/>.</summary>
    public async IAsyncEnumerable<string> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await runs.Reader.WaitToReadAsync(cancellationToken))
            while (TryTake(out var runId)) yield return runId;
    }

    /// <summary>Takes the next run, if one is due now. The caller reports it with <see cref="Done"/>.</summary>
    public bool TryTake([NotNullWhen(true)] out string? runId)
    {
        if (!runs.Reader.TryRead(out runId)) return false;

        // What is written from now on is a reason to merge again.
        lock (gate)
        {
            waiting.Remove(runId);
            running.Add(runId, false);
        }

        return true;
    }
}
