using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Streams.Delivery;

namespace DynamoToolkit.Streams.Leases;

/// <summary>
/// Creates the leases of shards that may be read: those whose parents are finished, or no longer known. So the changes of an item stay in
/// their order, from shard to shard and from a stream that was disabled to the next one.
/// </summary>
/// <param name="table">The table whose streams are read.</param>
/// <param name="store">The leases.</param>
/// <param name="delivery">Lets handlers note that they may have missed changes.</param>
internal sealed class ShardSync(TableHandle table, LeaseStore store, RecordDelivery delivery)
{
    /// <summary>A note of a finished shard is kept longer than the service knows the shard.</summary>
    private static readonly TimeSpan NotesKept = TimeSpan.FromHours(48);

    /// <summary>How long a shard is waited for that exists and is not listed.</summary>
    private static readonly TimeSpan ListingTime = TimeSpan.FromMinutes(30);

    private const string View = SchemaText.StreamView;

    // Since when parents are waited for.
    private readonly Dictionary<string, DateTimeOffset> unlisted = new(StringComparer.Ordinal);

    /// <summary>Compares the leases with all shards of the table's streams.</summary>
    /// <exception cref="InvalidOperationException">The table has no stream, or its records do not show both images.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var first = await store.ReadFirstStreamAsync(cancellationToken).ConfigureAwait(false);

        // In this order: a shard that is finished meanwhile is then in both lists, and not in none.
        var streams = await ListStreams.SendAsync(table, cancellationToken).ConfigureAwait(false);
        var leases = await store.ReadLeasesAsync(cancellationToken).ConfigureAwait(false);
        var finished = await store.ReadFinishedAsync(cancellationToken).ConfigureAwait(false);
        var open = leases.Select(static lease => lease.ShardKey).ToHashSet(StringComparer.Ordinal);
        var done = finished.Select(static note => note.ShardKey).ToHashSet(StringComparer.Ordinal);
        HashSet<string> known = [];
        var (isReadable, isWaiting) = (false, false);
        foreach (var stream in streams)
        {
            var description = await DescribeStream.SendAsync(table, stream.Arn, cancellationToken).ConfigureAwait(false);
            if (!IsReadable(description))
                continue;

            isReadable = true;
            known.UnionWith(description.Shards.Select(shard => LeaseStore.KeyOf(stream.Label, shard.Id)));

            // A newer stream waits for the end of all older ones.
            if (isWaiting || open.Any(key => string.CompareOrdinal(LabelOf(key), stream.Label) < 0))
                continue;

            // While no stream was enabled, changes have passed by. Whoever dies between the note and the leases notes it again.
            if (first is not null && string.CompareOrdinal(first, stream.Label) < 0
                && !open.Concat(done).Any(key => LabelOf(key) == stream.Label))
            {
                await delivery.MissAsync(cancellationToken).ConfigureAwait(false);
            }

            foreach (var shard in Startable(stream, description.Shards, open, done))
            {
                var waitsFor = shard.ParentId is { } parent && !done.Contains(LeaseStore.KeyOf(stream.Label, parent)) ? parent : null;
                var isThere = waitsFor is not null && await IsThereAsync(stream, waitsFor, cancellationToken).ConfigureAwait(false);
                if (isThere && IsWaitedFor(stream, waitsFor!))
                {
                    isWaiting = true;
                    continue;
                }

                // Nobody has read the parent to its end. One that is there may be read later, or never.
                if (first is not null && isThere)
                    await delivery.MissAsync(cancellationToken).ConfigureAwait(false);
                var hasGap = first is not null && waitsFor is not null && !isThere;
                await store.CreateAsync(stream, shard.Id, hasGap, table.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                open.Add(LeaseStore.KeyOf(stream.Label, shard.Id));
            }
        }

        if (!isReadable)
        {
            throw new InvalidOperationException(
                $"The table '{table.Name}' has no stream. Enable one with the view {View}: TableDefinition.WithStream().");
        }

        if (first is null && !isWaiting)
            await store.NoteFirstStreamAsync(streams[^1].Label, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(finished.Where(note => !known.Contains(note.ShardKey)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates the leases of the shards that continue a finished one.</summary>
    /// <returns>Whether the shard has any, or the stream is disabled, so that none will follow.</returns>
    public async Task<bool> StartChildrenAsync(LeaseItem parent, CancellationToken cancellationToken)
    {
        var stream = new StreamId(parent.Arn!, LabelOf(parent.ShardKey));
        var found = await DescribeStream.SendForChildrenAsync(table, stream.Arn, parent.ShardId!, cancellationToken).ConfigureAwait(false);
        foreach (var child in found.Shards)
        {
            await store.CreateAsync(stream, child.Id, hasGap: false, table.Time.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
        }

        return found.Shards.Count > 0 || !found.IsEnabled;
    }

    private static IEnumerable<ShardDescription> Startable(
        StreamId stream, IReadOnlyList<ShardDescription> shards, HashSet<string> open, HashSet<string> done)
    {
        var listed = shards.Select(static shard => shard.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var shard in shards)
        {
            var key = LeaseStore.KeyOf(stream.Label, shard.Id);
            if (open.Contains(key) || done.Contains(key))
                continue;

            var parent = shard.ParentId is null ? null : LeaseStore.KeyOf(stream.Label, shard.ParentId);
            if (parent is null || done.Contains(parent) || (!listed.Contains(shard.ParentId!) && !open.Contains(parent)))
                yield return shard;
        }
    }

    /// <summary>
    /// Whether a shard that no description names is there nevertheless. Its children have to wait for it: what changed an item in it came
    /// before what they have. A shard that was deleted with its records has no iterator.
    /// </summary>
    private async Task<bool> IsThereAsync(StreamId stream, string shardId, CancellationToken cancellationToken)
    {
        try
        {
            await GetShardIterator.SendAsync(table, stream.Arn, shardId, after: null, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is ResourceNotFoundException
            or AmazonDynamoDBException { ErrorCode: "TrimmedDataAccessException" })
        {
            unlisted.Remove(LeaseStore.KeyOf(stream.Label, shardId));
            return false;
        }
    }

    /// <summary>A parent that is never listed must not hold its children up until their records are deleted, too.</summary>
    private bool IsWaitedFor(StreamId stream, string shardId)
    {
        var key = LeaseStore.KeyOf(stream.Label, shardId);
        if (!unlisted.TryGetValue(key, out var since))
            unlisted.Add(key, since = table.Time.GetUtcNow());
        return table.Time.GetUtcNow() - since < ListingTime;
    }

    private static string LabelOf(string shardKey) => shardKey[..shardKey.IndexOf('#', StringComparison.Ordinal)];

    /// <summary>Whether records show what a consumer needs. A stream that was disabled for that reason is listed for another day.</summary>
    private static bool IsReadable(StreamDescription stream)
    {
        if (stream.View is View || !stream.IsEnabled)
            return stream.View is View;

        throw new InvalidOperationException(
            $"The stream's records show {stream.View}, but a consumer needs both the old and the new item. Disable the stream, and enable "
            + $"it with the view {View}.");
    }

    private async Task ForgetAsync(IEnumerable<LeaseItem> notes, CancellationToken cancellationToken)
    {
        foreach (var note in notes.Where(note => table.Time.GetUtcNow() - note.Time > NotesKept))
            await store.ForgetAsync(note, cancellationToken).ConfigureAwait(false);
    }
}
