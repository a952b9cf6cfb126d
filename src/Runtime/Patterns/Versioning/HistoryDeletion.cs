using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>Deletes versions of one history.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
/// <param name="history">The history.</param>
internal sealed class HistoryDeletion<T>(DynamoTable<T> table, ItemHistory<T> history)
    where T : class, IVersionedItem<T>
{
    /// <summary>How many keys are collected before they are deleted: several requests of a batch.</summary>
    private const int ChunkSize = 100;

    private static VersionModel Versions => T.Model.Versions!;

    /// <summary>Deletes all versions, and version 0 at last.</summary>
    public async Task<int> DeleteAllAsync(CancellationToken cancellationToken)
    {
        // Expired items are deleted as well, so they count.
        var latest = await table.GetLatest(history).ConsistentRead().IncludeExpired().ExecuteAsync(cancellationToken).ConfigureAwait(false);
        if (!latest.HasItem)
            return await DeleteAsync(Keys(to: null, cancellationToken), cancellationToken).ConfigureAwait(false);

        var last = Versions.Number.Of(latest.Item!);
        var deleted = last > 1
            ? await DeleteAsync(Keys(last - 1, cancellationToken), cancellationToken).ConfigureAwait(false)
            : 0;
        return deleted + await DeleteLastAsync(last, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all versions but the last ones.</summary>
    public async Task<int> DeleteAllButAsync(int keep, CancellationToken cancellationToken)
    {
        var keys = new List<ItemKey<T>>();
        await foreach (var key in Keys(to: null, cancellationToken).ConfigureAwait(false))
            keys.Add(key);
        var old = keys.Take(Math.Max(0, keys.Count - keep));
        return await DeleteAsync(old.ToAsyncEnumerable(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the versions that were saved before a time, up to the first one that was not.</summary>
    public async Task<int> DeleteBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var updatedAt = T.Model.Stamps?.UpdatedAt ?? throw new InvalidOperationException(
            $"{typeof(T).Name} does not store when a version was saved. Mark a member for the time with [UpdatedAt].");
        return await DeleteAsync(Old(cancellationToken), cancellationToken).ConfigureAwait(false);

        async IAsyncEnumerable<ItemKey<T>> Old([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            ItemKey<T>? previous = null;
            var query = table.QueryVersions(history).ConsistentRead().IncludeExpired();
            await foreach (var version in query.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                // One step behind, so that the latest version is never returned.
                if (previous is { } key)
                    yield return key;
                if (updatedAt.TimeOf(version) is not { } saved || saved >= time)
                    yield break;
                previous = T.KeyOf(version);
            }
        }
    }

    private async Task<int> DeleteAsync(IAsyncEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var chunk = new List<ItemKey<T>>(ChunkSize);
        await foreach (var key in keys.ConfigureAwait(false))
        {
            chunk.Add(key);
            if (chunk.Count == ChunkSize)
                await FlushAsync().ConfigureAwait(false);
        }

        await FlushAsync().ConfigureAwait(false);
        return deleted;

        async Task FlushAsync()
        {
            var deletes = chunk.Select(key => table.Delete(key).BypassVersionControl());
            (await table.Client.BatchWriteAsync(deletes, cancellationToken).ConfigureAwait(false)).ThrowIfIncomplete();
            deleted += chunk.Count;
            chunk.Clear();
        }
    }

    /// <summary>The latest version and its copy go together, so that there is never the one without the other.</summary>
    private async Task<int> DeleteLastAsync(long last, CancellationToken cancellationToken)
    {
        var latest = new DeleteLatest<T>(table.Handle, history, last);
        IWriteOperation[] operations = [table.Delete(history.KeyOf(last)).BypassVersionControl(), new VersionWrite(latest)];
        try
        {
            await VersionTransaction.SendAsync(table.Handle.Client, operations, CapacityDetail.None, cancellationToken)
                .ConfigureAwait(false);
            return 1;
        }
        catch (TransactWriteCanceledException canceled) when (canceled.ConditionFailed(operations[1]))
        {
            if (canceled.CancellationReasons[1].Item is { Count: > 0 } current)
            {
                throw new VersionConflictException(
                    canceled, T.Model, latest.Identity, last, VersionTransaction.LatestOf(Versions, current), current);
            }
        }

        // Another call has deleted version 0, or it expired. Nobody reads the other versions as the latest one.
        return await DeleteAsync(Keys(to: null, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The keys of the versions, read without the rest of the items.</summary>
    private IAsyncEnumerable<ItemKey<T>> Keys(long? to, CancellationToken cancellationToken)
    {
        var query = table.QueryVersions(history, 1, to).ConsistentRead().IncludeExpired();
        return VersionKeys.ReadAsync<T>(query.Plan, cancellationToken);
    }
}
