using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Streams.Leases;

/// <summary>Reads and writes the leases of one consumer. A lease is written only by its owner, whose token it must still have.</summary>
/// <param name="leases">The table of leases.</param>
/// <param name="group">The consumer's name in keys.</param>
/// <param name="worker">This worker's name.</param>
internal sealed class LeaseStore(DynamoTable<LeaseItem> leases, string group, string worker)
{
    public string Worker => worker;

    private ItemKey<LeaseItem> ConsumerKey => LeaseItem.KeyOf(group, LeaseItem.ConsumerSort);

    /// <summary>The leases of all shards that are not finished.</summary>
    public Task<List<LeaseItem>> ReadLeasesAsync(CancellationToken cancellationToken) =>
        QueryAsync(LeaseItem.LeasePrefix, cancellationToken);

    /// <summary>The notes of finished shards.</summary>
    public Task<List<LeaseItem>> ReadFinishedAsync(CancellationToken cancellationToken) =>
        QueryAsync(LeaseItem.DonePrefix, cancellationToken);

    /// <summary>
    /// Notes that the consumer begins with some handlers. A handler that was not there at the last start has missed changes, and gets
    /// another id; one that is not there now is forgotten.
    /// </summary>
    /// <param name="since">From when on the consumer is to handle changes, if it is the first start; null for all.</param>
    /// <param name="handlers">The handlers' names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>From when on the consumer handles changes, and the ids of the handlers.</returns>
    public async Task<(DateTimeOffset? Since, IReadOnlyDictionary<string, string> Ids)> StartAsync(
        DateTimeOffset? since, IReadOnlyCollection<string> handlers, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await leases.GetAsync(ConsumerKey, consistentRead: true, cancellationToken).ConfigureAwait(false);
            var ids = handlers.ToDictionary(
                static name => name,
                name => known?.Handlers.GetValueOrDefault(name) ?? Guid.NewGuid().ToString("N"),
                StringComparer.Ordinal);
            if (known is not null && known.Handlers.Count == ids.Count && ids.Keys.All(known.Handlers.ContainsKey))
                return (known.Time, ids);

            var own = new LeaseItem
            {
                Group = group,
                Sort = LeaseItem.ConsumerSort,
                Time = known is null ? since : known.Time,
                Counter = (known?.Counter ?? 0) + 1,
                FirstStream = known?.FirstStream,
                Handlers = ids,
            };
            var put = known is null ? leases.Put(own).IfNotExists() : leases.Put(own).If(LeaseItem.CounterToken == known.Counter);
            if (await TryAsync(put.ExecuteAsync(cancellationToken)).ConfigureAwait(false))
                return (own.Time, ids);

            // Another worker begins at the same time.
        }
    }

    /// <summary>
    /// The label of the newest stream when the consumer had found all shards for the first time; null before. Only what passes by later is
    /// lost to a consumer.
    /// </summary>
    public async Task<string?> ReadFirstStreamAsync(CancellationToken cancellationToken) =>
        (await leases.GetAsync(ConsumerKey, consistentRead: true, cancellationToken).ConfigureAwait(false))?.FirstStream;

    /// <summary>Notes that the consumer has found all shards for the first time.</summary>
    /// <param name="label">The label of the newest stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task NoteFirstStreamAsync(string label, CancellationToken cancellationToken) =>
        TryAsync(leases.Update(ConsumerKey)
            .Set(LeaseItem.FirstStreamToken, label)
            .Add(LeaseItem.CounterToken, 1)
            .If(LeaseItem.CounterToken.Exists() & !LeaseItem.FirstStreamToken.Exists())
            .ExecuteAsync(cancellationToken));

    /// <summary>Creates the lease of a shard that has none, unless the shard is finished.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="shardId">The shard.</param>
    /// <param name="hasGap">Whether a shard before it was deleted before it was read to its end.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task CreateAsync(
        StreamId stream, string shardId, bool hasGap, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shardKey = KeyOf(stream.Label, shardId);
        var lease = new LeaseItem
        {
            Group = group,
            Sort = LeaseItem.LeasePrefix + shardKey,
            Arn = stream.Arn,
            ShardId = shardId,
            HasGap = hasGap,
            Time = now,
        };
        try
        {
            await leases.Client.TransactWriteAsync(
                [
                    leases.Put(lease).IfNotExists(),
                    leases.Check(LeaseItem.KeyOf(group, LeaseItem.DonePrefix + shardKey)).IfNotExists(),
                ],
                cancellationToken).ConfigureAwait(false);
        }
        catch (TransactWriteCanceledException canceled) when (IsCondition(canceled))
        {
            // Another worker was faster.
        }
    }

    /// <summary>Takes a lease as it was seen.</summary>
    /// <returns>The lease, or null if someone else took or renewed it.</returns>
    public async Task<LeaseItem?> TakeAsync(LeaseItem seen, CancellationToken cancellationToken)
    {
        var update = leases.Update(seen.Key)
            .Set(LeaseItem.OwnerToken, worker)
            .Set(LeaseItem.LeaseToken, Guid.NewGuid().ToString("N"))
            .Set(LeaseItem.CounterToken, seen.Counter + 1)
            .Remove(LeaseItem.WantedToken)
            .If(LeaseItem.CounterToken == seen.Counter & LeaseItem.LeaseToken == seen.Token)
            .ReturnNew();
        try
        {
            return (await update.ExecuteAsync(cancellationToken).ConfigureAwait(false)).Item;
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    /// <summary>Asks the owner of a lease to hand it over.</summary>
    public Task<bool> AskForAsync(LeaseItem seen, CancellationToken cancellationToken) =>
        TryAsync(leases.Update(seen.Key)
            .Set(LeaseItem.WantedToken, worker)
            .If(LeaseItem.LeaseToken == seen.Token & !LeaseItem.WantedToken.Exists())
            .ExecuteAsync(cancellationToken));

    /// <summary>Renews a lease.</summary>
    /// <returns>False if the lease is lost.</returns>
    public Task<bool> RenewAsync(LeaseItem mine, CancellationToken cancellationToken) =>
        TryAsync(leases.Update(mine.Key)
            .Add(LeaseItem.CounterToken, 1)
            .If(LeaseItem.LeaseToken == mine.Token)
            .ExecuteAsync(cancellationToken));

    /// <summary>Writes the position in a shard, before which no gap counts any more, and renews its lease.</summary>
    /// <param name="mine">The lease.</param>
    /// <param name="position">The last record that was handled; the default value for the oldest that is left.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False if the lease is lost.</returns>
    public Task<bool> CheckpointAsync(
        LeaseItem mine, SequenceNumber position, DateTimeOffset now, CancellationToken cancellationToken) =>
        TryAsync(leases.Update(mine.Key)
            .Set(LeaseItem.CheckpointToken, position.IsNone ? null : position.ToString())
            .Set(LeaseItem.TimeToken, now)
            .Remove(LeaseItem.GapToken)
            .Add(LeaseItem.CounterToken, 1)
            .If(LeaseItem.LeaseToken == mine.Token)
            .ExecuteAsync(cancellationToken));

    /// <summary>Gives a lease up: to a worker that asked for it, or to anyone.</summary>
    public Task<bool> ReleaseAsync(LeaseItem mine, string? wantedBy, CancellationToken cancellationToken) =>
        TryAsync(leases.Update(mine.Key)
            .Set(LeaseItem.OwnerToken, wantedBy)
            .Remove(LeaseItem.LeaseToken)
            .Remove(LeaseItem.WantedToken)
            .Add(LeaseItem.CounterToken, 1)
            .If(LeaseItem.LeaseToken == mine.Token)
            .ExecuteAsync(cancellationToken));

    /// <summary>Notes that a shard is finished, so that the shards that continue it may begin, in place of its lease.</summary>
    /// <returns>False if the lease is lost.</returns>
    public async Task<bool> FinishAsync(LeaseItem mine, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var note = new LeaseItem
        {
            Group = group,
            Sort = LeaseItem.DonePrefix + mine.ShardKey,
            Arn = mine.Arn,
            ShardId = mine.ShardId,
            Time = now,
        };
        try
        {
            await leases.Client.TransactWriteAsync(
                [leases.Delete(mine.Key).If(LeaseItem.LeaseToken == mine.Token), leases.Put(note)],
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TransactWriteCanceledException canceled) when (IsCondition(canceled))
        {
            return false;
        }
    }

    /// <summary>Deletes the note of a finished shard.</summary>
    public Task ForgetAsync(LeaseItem note, CancellationToken cancellationToken) => leases.DeleteAsync(note.Key, cancellationToken);

    /// <summary>The name of a shard in keys.</summary>
    public static string KeyOf(string streamLabel, string shardId) => $"{streamLabel}#{shardId}";

    private static bool IsCondition(TransactWriteCanceledException canceled) =>
        canceled.Failures.Any(static failure => failure.Reason is TransactWriteFailureReason.ConditionalCheckFailed);

    private static async Task<bool> TryAsync(Task<ItemResult<LeaseItem>> write)
    {
        try
        {
            await write.ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    // What is read decides what is written, so it must not be older than what this worker wrote.
    private Task<List<LeaseItem>> QueryAsync(string prefix, CancellationToken cancellationToken) =>
        leases.Query(
                new PartitionKeyCondition<LeaseItem>(LeaseItem.KeyOf(group, prefix).Partition),
                SortKeyCondition<LeaseItem>.StartsWith(KeyValue.Of(prefix)))
            .ConsistentRead()
            .ToListAsync(cancellationToken);
}
