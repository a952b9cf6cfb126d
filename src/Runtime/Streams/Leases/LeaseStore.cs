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
        var key = LeaseItem.KeyOf(group, LeaseItem.ConsumerSort);
        while (true)
        {
            var known = await leases.GetAsync(key, consistentRead: true, cancellationToken).ConfigureAwait(false);
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
                Handlers = ids,
            };
            var put = known is null ? leases.Put(own).IfNotExists() : leases.Put(own).If(LeaseItem.CounterToken == known.Counter);
            if (await TryAsync(put.ExecuteAsync(cancellationToken)).ConfigureAwait(false))
                return (own.Time, ids);

            // Another worker begins at the same time.
        }
    }

    /// <summary>Creates the lease of a shard that has none, unless the shard is finished.</summary>
    public async Task CreateAsync(StreamId stream, string shardId, CancellationToken cancellationToken)
    {
        var shardKey = KeyOf(stream.Label, shardId);
        var lease = new LeaseItem { Group = group, Sort = LeaseItem.LeasePrefix + shardKey, Arn = stream.Arn, ShardId = shardId };
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

    /// <summary>Writes the position in a shard, and renews its lease.</summary>
    /// <returns>False if the lease is lost.</returns>
    public Task<bool> CheckpointAsync(LeaseItem mine, SequenceNumber position, CancellationToken cancellationToken) =>
        TryAsync(leases.Update(mine.Key)
            .Set(LeaseItem.CheckpointToken, position.ToString())
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
