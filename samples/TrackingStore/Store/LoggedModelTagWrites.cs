using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>
/// Writes the tags of logged models, in transactions with their tally. So there are never more than <see cref="Limits"/> allows, however
/// many writers there are. A tally that is missing or that refuses is counted anew: models that are older than the tallies have none.
/// </summary>
internal sealed class LoggedModelTagWrites(TrackingTable table)
{
    /// <summary>How many tags a transaction writes. Each of them may have to be compared with an old value as long.</summary>
    public const int MaxInTransaction = 48;

    private const int MaxTries = 50;

    /// <summary>The tally of the tags that a model is created with.</summary>
    /// <exception cref="TrackingException">They are too many.</exception>
    public Put<LoggedModelTallyItem> PutTally(string id, string name, IEnumerable<NamedValue> tags)
    {
        var (count, bytes) = SizeOf(tags);
        return count <= Limits.ModelTags && bytes <= Limits.ModelTagBytes
            ? table.LoggedModelTallies.Put(new LoggedModelTallyItem { ModelId = id, Count = count, Bytes = bytes })
            : throw new TrackingException(new LoggedModelTagsFull(name));
    }

    /// <summary>Sets tags, each of another name. If there are many, some may be set when the others find no room.</summary>
    public async Task SetAsync(string id, IReadOnlyCollection<NamedValue> tags, CancellationToken cancellationToken)
    {
        foreach (var some in tags.Chunk(MaxInTransaction))
            await WriteAsync(id, some.ToDictionary(tag => tag.Name, tag => (string?)tag.Value), cancellationToken);
    }

    /// <summary>Deletes a tag; nothing happens if there is none.</summary>
    public Task DeleteAsync(string id, string name, CancellationToken cancellationToken) =>
        WriteAsync(id, new Dictionary<string, string?> { [name] = null }, cancellationToken);

    private static (long Count, long Bytes) SizeOf(IEnumerable<NamedValue> tags)
    {
        NamedValue[] counted = [.. tags.Where(tag => tag.Name != Registrations.Tag)];
        return (counted.Length, counted.Sum(tag => tag.Bytes));
    }

    private async Task WriteAsync(string id, Dictionary<string, string?> wanted, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var found = await table.LoggedModelTags.BatchGetAsync(
                wanted.Keys.Select(name => LoggedModelTagItem.Key(id, name)),
                new BatchGetOptions { ConsistentRead = true },
                cancellationToken);
            found.ThrowIfIncomplete();
            var old = found.Items.ToDictionary(tag => tag.Name, tag => tag.Value);
            var changed = wanted.Where(tag => old.GetValueOrDefault(tag.Key) != tag.Value).ToList();
            if (changed.Count == 0) return;
            var writes = changed.Select(tag => WriteOf(id, tag.Key, tag.Value, old.GetValueOrDefault(tag.Key))).ToList();
            var before = SizeOf(changed.Where(tag => old.ContainsKey(tag.Key)).Select(tag => new NamedValue(tag.Key, old[tag.Key])));
            var after = SizeOf(changed.Where(tag => tag.Value is not null).Select(tag => new NamedValue(tag.Key, tag.Value!)));
            var (count, bytes) = (after.Count - before.Count, after.Bytes - before.Bytes);
            var counting = count == 0 && bytes == 0 ? null : Counting(id, count, bytes);
            try
            {
                await table.Client.TransactWriteAsync(
                    [.. writes, .. counting is null ? [] : (IWriteOperation[])[counting]], cancellationToken);
                return;
            }
            catch (TransactWriteCanceledException e) when (writes.Any(e.ConditionFailed) && tries < MaxTries)
            {
                // Somebody else wrote one of them since they were read.
                await Task.Delay(Random.Shared.Next(Math.Min(5 * tries, 100)), cancellationToken);
            }
            catch (TransactWriteCanceledException e) when (counting is not null && e.ConditionFailed(counting))
            {
                if (tries == MaxTries || !await CorrectAsync(id, count, bytes, cancellationToken))
                    throw new TrackingException(new LoggedModelTagsFull(id));
            }
        }
    }

    private IWriteOperation WriteOf(string id, string name, string? value, string? old)
    {
        if (value is null) return table.LoggedModelTags.Delete(LoggedModelTagItem.Key(id, name)).If(t => t.Value == old!);
        var put = table.LoggedModelTags.Put(new LoggedModelTagItem { ModelId = id, Name = name, Value = value });
        return old is null ? put.If(t => t.Value.NotExists()) : put.If(t => t.Value == old);
    }

    // A tally that is missing, or less than what is deleted, was not counted from the beginning.
    private Update<LoggedModelTallyItem> Counting(string id, long count, long bytes)
    {
        var update = table.LoggedModelTallies.Update(LoggedModelTallyItem.Key(id))
            .Add(t => t.Count, count)
            .Add(t => t.Bytes, bytes)
            .Add(t => t.Changes, 1)
            .If(t => t.Count >= Math.Max(0, -count) & t.Bytes >= Math.Max(0, -bytes));
        if (count > 0) update.If(t => t.Count <= Limits.ModelTags - count);
        if (bytes > 0) update.If(t => t.Bytes <= Limits.ModelTagBytes - bytes);
        return update;
    }

    /// <summary>Counts anew.</summary>
    /// <returns>False if the tally is right, and the change does not fit.</returns>
    private async Task<bool> CorrectAsync(string id, long count, long bytes, CancellationToken cancellationToken)
    {
        // Before the tags: whoever changes them in between changes it as well.
        var old = await table.LoggedModelTallies.GetAsync(LoggedModelTallyItem.Key(id), consistentRead: true, cancellationToken);
        var tags = await table.LoggedModelTags.Query(LoggedModelTagItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        var now = SizeOf(tags.Select(tag => new NamedValue(tag.Name, tag.Value)));
        if (old is not null && (old.Count, old.Bytes) == now)
        {
            return (count <= 0 || now.Count + count <= Limits.ModelTags)
                && (bytes <= 0 || now.Bytes + bytes <= Limits.ModelTagBytes);
        }

        var put = table.LoggedModelTallies.Put(new LoggedModelTallyItem
        {
            ModelId = id,
            Count = now.Count,
            Bytes = now.Bytes,
            Changes = (old?.Changes ?? 0) + 1,
        });
        if (old is null) put.If(t => t.Count.NotExists());
        else put.If(t => t.Changes == old.Changes);
        var model = table.LoggedModels.Check(LoggedModelItem.Key(id)).If(m => m.Lifecycle.Exists());
        try
        {
            await table.Client.TransactWriteAsync([put, model], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(model))
        {
            throw LoggedModelStore.Missing(id);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(put))
        {
            // Somebody else counted meanwhile.
        }

        return true;
    }
}
