using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TrackingStore.Store;

/// <summary>
/// The runs whose packs are to be merged. It lives in memory only: a run that is forgotten by a server that ends is found again by what is
/// logged to it next, or by who reads it.
/// </summary>
internal sealed class HistoryQueue
{
    /// <summary>The bytes after which a run's packs are merged, on average.</summary>
    public const int BytesPerMerge = 32 * 1024;

    /// <summary>The packs after which they are merged, on average, however small they are.</summary>
    public const int PacksPerMerge = 64;

    private readonly ConcurrentDictionary<string, bool> waiting = new();
    private readonly Channel<string> runs = Channel.CreateUnbounded<string>();

    /// <summary>
    /// A pack was written. Whether its run is due depends on the pack's id, which is as good as random. So nobody counts the packs of runs,
    /// and it does not matter how many servers write them, or how often one starts anew.
    /// </summary>
    public void Wrote(string runId, string packId, int bytes)
    {
        Span<byte> id = stackalloc byte[sizeof(ulong) * 2];
        Base64Url.DecodeFromChars(packId, id);
        var share = Math.Max((double)bytes / BytesPerMerge, 1.0 / PacksPerMerge);
        if (BinaryPrimitives.ReadUInt32LittleEndian(id) < share * uint.MaxValue) Add(runId);
    }

    /// <summary>Adds a run, if it is not there.</summary>
    public void Add(string runId)
    {
        if (waiting.TryAdd(runId, true)) runs.Writer.TryWrite(runId);
    }

    /// <summary>Takes runs as they come, until it is cancelled.</summary>
    public async IAsyncEnumerable<string> TakeAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var runId in runs.Reader.ReadAllAsync(cancellationToken))
        {
            // What is written from now on is a reason to merge again.
            waiting.TryRemove(runId, out _);
            yield return runId;
        }
    }
}
