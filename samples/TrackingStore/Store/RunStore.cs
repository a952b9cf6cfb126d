using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Runs and their tags.</summary>
internal sealed class RunStore(TrackingTable table, ExperimentStore experiments, RunStages stages, DatasetTexts texts)
{
    // A transaction takes 100 items; two are the run and its name.
    private const int MaxTagsInTransaction = 98;
    private const int MaxTries = 20;

    /// <summary>The error of a run that does not exist.</summary>
    public static TrackingException Missing(string id) => new(new RunMissing(id));

    /// <summary>Creates a run in an active experiment.</summary>
    public async Task<LoggedRun> CreateAsync(NewRun run, CancellationToken cancellationToken)
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
        await table.Client.BatchAsync([.. puts.Skip(MaxTagsInTransaction)], cancellationToken);
        await table.Client.TransactWriteAsync(
            [
                table.Runs.Put(item).If(r => r.RunId.NotExists()),
                table.RunNames.Put(RunNameItem.Of(item, run.Name)).IfNotExists(),
                .. puts.Take(MaxTagsInTransaction),
            ],
            cancellationToken);
        return new LoggedRun(item, [.. tags.Select(tag => new RunDataItem { RunId = id, Name = tag.Name, Tag = tag.Value })]);
    }

    /// <summary>A run with everything that was logged to it, deleted or not.</summary>
    public async Task<LoggedRun> GetAsync(string id, CancellationToken cancellationToken)
    {
        var key = KeyOf(id);
        var data = DataAsync(id, cancellationToken);
        var item = await table.Runs.GetAsync(key, consistentRead: true, cancellationToken);
        var logged = await data;
        return item is null ? throw Missing(id) : new LoggedRun(item, logged);
    }

    /// <summary>What was logged to a run: one Query, whatever it is.</summary>
    public async Task<IReadOnlyList<RunDataItem>> DataAsync(string id, CancellationToken cancellationToken)
    {
        List<RunDataItem> data = [];
        await foreach (var item in table.RunTags.Query(RunTagItem.Partition(id)).ConsistentRead().As(TrackingTable.RunData)
            .WithCancellation(cancellationToken))
        {
            data.Add(item.ToData());
        }

        await texts.JoinAsync(data, cancellationToken);
        return data;
    }

    /// <summary>Where a run's artifacts are.</summary>
    public async Task<string> ArtifactUriAsync(string id, CancellationToken cancellationToken) =>
        (await RequireAsync(id, cancellationToken)).ArtifactUri;

    /// <summary>The run's own item, whatever its stage.</summary>
    public async Task<RunItem> RequireAsync(string id, CancellationToken cancellationToken) =>
        await table.Runs.GetAsync(KeyOf(id), consistentRead: true, cancellationToken) ?? throw Missing(id);

    /// <summary>The own items of runs, whatever their stages, in the order of the ids; null for each one that is missing.</summary>
    public async Task<IReadOnlyList<RunItem?>> FindAllAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new RunItem?[ids.Count];
        await Many.ForEachAsync(
            Enumerable.Range(0, ids.Count).Where(i => RunIds.IsValid(ids[i])),
            async (i, token) => found[i] = await table.Runs.GetAsync(KeyOf(ids[i]), consistentRead: true, token),
            cancellationToken);
        return found;
    }

    /// <summary>The run's own item, if it is active.</summary>
    public async Task<RunItem> RequireActiveAsync(string id, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(id, cancellationToken);
        return item.Lifecycle == LifecycleStage.Active ? item : throw new TrackingException(new RunDeleted(id));
    }

    /// <summary>Changes what is given of an active run: its status, end and name.</summary>
    public async Task<RunItem> UpdateAsync(string id, RunStatus? status, long? endTime, string? name, CancellationToken cancellationToken)
    {
        if (name is not null) await RenameAsync(id, name, cancellationToken);
        if (status is null && endTime is null) return await RequireActiveAsync(id, cancellationToken);
        var update = table.Runs.Update(KeyOf(id)).If(r => r.Lifecycle == LifecycleStage.Active).ReturnNew();
        if (status is { } newStatus) update.Set(r => r.Status, newStatus);
        if (endTime is { } newEnd) update.Set(r => r.EndTime, newEnd);
        try
        {
            return (await update.ExecuteAsync(cancellationToken)).Item!;
        }
        catch (ConditionalCheckFailedException)
        {
            await RequireActiveAsync(id, cancellationToken);
            throw;
        }
    }

    /// <summary>Deletes a run; a deleted one stays so.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        await stages.DeleteAsync(await RequireAsync(id, cancellationToken), cancellationToken);

    /// <summary>Restores a run; an active one stays so.</summary>
    public async Task RestoreAsync(string id, CancellationToken cancellationToken)
    {
        if (!await stages.RestoreAsync(await RequireAsync(id, cancellationToken), cancellationToken)) throw Missing(id);
    }

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
        if (Array.Find(distinct, tag => tag.Name == RunNames.Tag) is { } name) await RenameAsync(id, name.Value, cancellationToken);
        var others = distinct.Where(tag => tag.Name != RunNames.Tag);
        await table.Client.BatchAsync([.. others.Select(tag => PutTag(id, tag))], cancellationToken);
    }

    /// <summary>Deletes a tag of an active run.</summary>
    public async Task DeleteTagAsync(string id, string name, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        var tag = RunTagItem.Key(id, name);
        // Not by a condition of the delete: that fails, too, if it is repeated because the answer to the first one was lost.
        if (Limits.Exceeds(name, Limits.TagName) || await table.RunTags.GetAsync(tag, consistentRead: true, cancellationToken) is null)
            throw new TrackingException(new RunTagMissing(id, name));

        await table.RunTags.DeleteAsync(tag, cancellationToken);
    }

    /// <summary>The key of a run. What does not have the form of an id may not even fit into a key.</summary>
    private static ItemKey<RunItem> KeyOf(string id) => RunIds.IsValid(id) ? RunItem.Key(id) : throw Missing(id);

    private async Task RenameAsync(string id, string name, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var rename = table.Runs.Update(KeyOf(id)).Set(r => r.Name, name).If(r => r.Lifecycle == LifecycleStage.Active);
            var index = await ReplaceNameAsync(id, name, cancellationToken);
            try
            {
                await table.Client.TransactWriteAsync(
                    [rename, index, PutTag(id, new NamedValue(RunNames.Tag, name))], cancellationToken);
                return;
            }
            catch (TransactWriteCanceledException e) when (e.ConditionFailed(rename))
            {
                await RequireActiveAsync(id, cancellationToken);
                throw;
            }
            catch (TransactWriteCanceledException e) when (e.ConditionFailed(index) && tries < MaxTries)
            {
                // Another request renamed the run since its name was read.
                await Task.Delay(Random.Shared.Next(10 * tries), cancellationToken);
            }
        }
    }

    /// <summary>Replaces the name in the index; a run from before the index has none there.</summary>
    private async Task<Put<RunNameItem>> ReplaceNameAsync(string id, string name, CancellationToken cancellationToken) =>
        await table.RunNames.GetAsync(RunNameItem.Key(id), consistentRead: true, cancellationToken) is { } known
            ? table.RunNames.Change(known, known with { Name = name })
            : table.RunNames.Put(RunNameItem.Of(await RequireActiveAsync(id, cancellationToken), name)).IfNotExists();

    private Put<RunTagItem> PutTag(string id, NamedValue tag) =>
        table.RunTags.Put(new RunTagItem { RunId = id, Name = tag.Name, Value = tag.Value });
}
