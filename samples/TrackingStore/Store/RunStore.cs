using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>Runs and their tags.</summary>
internal sealed class RunStore(TrackingTable table, ExperimentStore experiments, DatasetTexts texts, TimeProvider time)
{
    // A transaction takes 100 items; one is the run.
    private const int MostTagsInTransaction = 99;

    /// <summary>Creates a run in an active experiment.</summary>
    public async Task<Run> CreateAsync(NewRun run, CancellationToken cancellationToken)
    {
        var experiment = await experiments.RequireActiveAsync(run.ExperimentId, cancellationToken);
        var id = RunIds.Create();
        var item = new RunItem
        {
            RunId = id,
            ExperimentId = run.ExperimentId,
            Name = run.Name,
            UserId = run.UserId,
            Status = RunStatus.RUNNING,
            Lifecycle = LifecycleStage.Active,
            StartTime = run.StartTime,
            Recency = RunItem.RecencyOf(run.StartTime),
            ArtifactUri = ArtifactLocations.OfRun(experiment.ArtifactLocation, id),
        };
        NamedValue[] tags = [.. run.Tags.DistinctByLast()];
        IWriteOperation[] puts = [.. tags.Select(tag => PutTag(id, tag))];
        // What does not fit into the transaction goes before it: nobody knows the id yet.
        await table.Client.BatchAsync([.. puts.Skip(MostTagsInTransaction)], cancellationToken);
        await table.Client.TransactAsync(
            [table.Runs.Put(item).If(r => r.RunId.NotExists()), .. puts.Take(MostTagsInTransaction)], cancellationToken);
        return new Run { Info = Messages.ToMessage(item), Data = new RunData { Tags = tags } };
    }

    /// <summary>A run with everything that was logged to it, deleted or not.</summary>
    public async Task<Run> GetAsync(string id, CancellationToken cancellationToken)
    {
        var key = KeyOf(id);
        var data = DataAsync(id, cancellationToken);
        var item = await table.Runs.GetAsync(key, consistentRead: true, cancellationToken);
        var logged = await data;
        return item is null ? throw Errors.NoRun(id) : Messages.ToMessage(item, logged);
    }

    /// <summary>What was logged to a run: one Query, whatever it is.</summary>
    public async Task<IReadOnlyList<RunDataItem>> DataAsync(string id, CancellationToken cancellationToken)
    {
        var data = await table.RunData.Query(RunDataItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        await texts.JoinAsync(data, cancellationToken);
        return data;
    }

    /// <summary>Where a run's artifacts are.</summary>
    public async Task<string> ArtifactUriAsync(string id, CancellationToken cancellationToken) =>
        (await RequireAsync(id, cancellationToken)).ArtifactUri;

    /// <summary>The run's own item, whatever its stage.</summary>
    public async Task<RunItem> RequireAsync(string id, CancellationToken cancellationToken) =>
        await table.Runs.GetAsync(KeyOf(id), consistentRead: true, cancellationToken) ?? throw Errors.NoRun(id);

    /// <summary>The run's own item, if it is active.</summary>
    public async Task<RunItem> RequireActiveAsync(string id, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(id, cancellationToken);
        return item.Lifecycle == LifecycleStage.Active ? item : throw Errors.RunDeleted(id);
    }

    /// <summary>Changes what is given of an active run: its status, end and name.</summary>
    public async Task<RunInfo> UpdateAsync(string id, RunStatus? status, long? endTime, string? name, CancellationToken cancellationToken)
    {
        if (name is not null) await RenameAsync(id, name, cancellationToken);
        if (status is null && endTime is null) return Messages.ToMessage(await RequireActiveAsync(id, cancellationToken));
        var update = table.Runs.Update(KeyOf(id)).If(r => r.Lifecycle == LifecycleStage.Active).ReturnNew();
        if (status is { } newStatus) update.Set(r => r.Status, newStatus);
        if (endTime is { } newEnd) update.Set(r => r.EndTime, newEnd);
        try
        {
            var changed = await Writes.RetryAsync(() => update.ExecuteAsync(cancellationToken), cancellationToken);
            return Messages.ToMessage(changed.Item!);
        }
        catch (ConditionalCheckFailedException)
        {
            await RequireActiveAsync(id, cancellationToken);
            throw;
        }
    }

    /// <summary>Deletes a run; a deleted one stays so.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) => MoveAsync(
        id,
        update => update.Set(r => r.Lifecycle, LifecycleStage.Deleted).Set(r => r.DeletedTime, time.GetUtcNow().ToUnixTimeMilliseconds()),
        cancellationToken);

    /// <summary>Restores a run; an active one stays so.</summary>
    public Task RestoreAsync(string id, CancellationToken cancellationToken) =>
        MoveAsync(id, update => update.Set(r => r.Lifecycle, LifecycleStage.Active).Remove(r => r.DeletedTime), cancellationToken);

    /// <summary>Sets a tag of an active run. The tag of the name renames it.</summary>
    public async Task SetTagAsync(string id, NamedValue tag, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        await SetTagsAsync(id, [tag], cancellationToken);
    }

    /// <summary>Sets tags of a run that is known to be active.</summary>
    public async Task SetTagsAsync(string id, IReadOnlyList<NamedValue> tags, CancellationToken cancellationToken)
    {
        NamedValue[] distinct = [.. tags.DistinctByLast()];
        if (Array.Find(distinct, tag => tag.Key == RunNames.Tag) is { } name) await RenameAsync(id, name.Value, cancellationToken);
        await table.Client.BatchAsync([.. distinct.Where(tag => tag.Key != RunNames.Tag).Select(tag => PutTag(id, tag))], cancellationToken);
    }

    /// <summary>Deletes a tag of an active run.</summary>
    public async Task DeleteTagAsync(string id, string key, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        if (key.Length > Limits.TagKey) throw Errors.NoRunTag(id, key);
        try
        {
            await Writes.RetryAsync(
                () => table.RunTags.Delete(RunTagItem.Key(id, key)).If(t => t.Value.Exists()).ExecuteAsync(cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Errors.NoRunTag(id, key);
        }
    }

    private async Task RenameAsync(string id, string name, CancellationToken cancellationToken)
    {
        try
        {
            await table.Client.TransactAsync(
                [
                    table.Runs.Update(KeyOf(id)).Set(r => r.Name, name).If(r => r.Lifecycle == LifecycleStage.Active),
                    PutTag(id, new NamedValue(RunNames.Tag, name)),
                ],
                cancellationToken);
        }
        catch (TransactionCanceledException e) when (e.FailedAt(0))
        {
            await RequireActiveAsync(id, cancellationToken);
            throw;
        }
    }

    private async Task MoveAsync(string id, Func<Update<RunItem>, Update<RunItem>> change, CancellationToken cancellationToken)
    {
        try
        {
            await Writes.RetryAsync(
                () => change(table.Runs.Update(KeyOf(id))).If(r => r.RunId.Exists()).ExecuteAsync(cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Errors.NoRun(id);
        }
    }

    /// <summary>The key of a run. What has not the form of an id may not even fit into a key, and there is no such run.</summary>
    private static ItemKey<RunItem> KeyOf(string id) => RunIds.IsValid(id) ? RunItem.Key(id) : throw Errors.NoRun(id);

    private Put<RunTagItem> PutTag(string id, NamedValue tag) => table.RunTags.Put(new RunTagItem { RunId = id, Name = tag.Key, Value = tag.Value });
}
