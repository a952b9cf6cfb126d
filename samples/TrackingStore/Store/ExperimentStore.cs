using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>Experiments and their tags.</summary>
internal sealed class ExperimentStore(TrackingTable table, RunSweep sweep, TimeProvider time)
{
    /// <summary>The experiment that is there from the start.</summary>
    public const string DefaultId = "0";

    // A transaction takes 100 items; two are the experiment and its name.
    private const int MostTagsInTransaction = 98;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes the default experiment where it is absent.</summary>
    public async Task EnsureDefaultAsync(CancellationToken cancellationToken)
    {
        if (await table.Experiments.GetAsync(ExperimentItem.Key(DefaultId), consistentRead: true, cancellationToken) is not null) return;
        try
        {
            await PutAsync(DefaultId, "Default", null, [], cancellationToken);
        }
        catch (TransactionCanceledException e) when (e.FailedAt(0) || e.FailedAt(1))
        {
            // Another instance of the server was faster.
        }
    }

    /// <summary>Creates an experiment and returns its id.</summary>
    public async Task<string> CreateAsync(string name, string? location, IReadOnlyList<NamedValue> tags, CancellationToken cancellationToken)
    {
        // Only to not waste an id: the name is taken by the transaction below.
        if (await table.ExperimentNames.GetAsync(ExperimentNameItem.Key(name), cancellationToken: cancellationToken) is not null) throw Errors.ExperimentExists(name);
        var id = (await NextIdAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture);
        try
        {
            await PutAsync(id, name, location, tags, cancellationToken);
        }
        catch (TransactionCanceledException e) when (e.FailedAt(1))
        {
            throw Errors.ExperimentExists(name);
        }

        return id;
    }

    /// <summary>An experiment with its tags, deleted or not.</summary>
    public async Task<Experiment> GetAsync(string id, CancellationToken cancellationToken)
    {
        var key = KeyOf(id);
        var tags = TagsAsync(id, cancellationToken);
        var item = await table.Experiments.GetAsync(key, consistentRead: true, cancellationToken);
        var found = await tags;
        return item is null ? throw Errors.NoExperiment(id) : Messages.ToMessage(item, found);
    }

    /// <summary>The experiment of a name, deleted or not.</summary>
    public async Task<Experiment> GetByNameAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Length > Limits.ExperimentName) throw Errors.NoExperimentNamed(name);
        var holder = await table.ExperimentNames.GetAsync(ExperimentNameItem.Key(name), consistentRead: true, cancellationToken);
        return holder is null ? throw Errors.NoExperimentNamed(name) : await GetAsync(holder.ExperimentId, cancellationToken);
    }

    /// <summary>The experiment's own item, if it is active.</summary>
    public async Task<ExperimentItem> RequireActiveAsync(string id, CancellationToken cancellationToken)
    {
        var item = await table.Experiments.GetAsync(KeyOf(id), consistentRead: true, cancellationToken) ?? throw Errors.NoExperiment(id);
        return item.Lifecycle == LifecycleStage.Active ? item : throw Errors.ExperimentDeleted(id);
    }

    /// <summary>The tags of an experiment.</summary>
    public async Task<IReadOnlyList<NamedValue>> TagsAsync(string id, CancellationToken cancellationToken)
    {
        var items = await table.ExperimentTags.Query(ExperimentTagItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        return [.. items.Select(tag => new NamedValue(tag.Name, tag.Value))];
    }

    /// <summary>Gives an active experiment another name.</summary>
    public async Task RenameAsync(string id, string name, CancellationToken cancellationToken)
    {
        var item = await table.Experiments.GetAsync(KeyOf(id), consistentRead: true, cancellationToken) ?? throw Errors.NoExperiment(id);
        if (item.Lifecycle == LifecycleStage.Deleted) throw Errors.RenameOfDeleted();
        var update = table.Experiments.Update(KeyOf(id))
            .Set(e => e.Name, name)
            .Set(e => e.LastUpdateTime, Now)
            .If(e => e.Lifecycle == LifecycleStage.Active & e.Name == item.Name);
        var writes = name == item.Name
            ? (IReadOnlyList<IWriteOperation>)[update]
            : [update, table.ExperimentNames.Delete(ExperimentNameItem.Key(item.Name)), TakeName(id, name)];
        try
        {
            await table.Client.TransactAsync(writes, cancellationToken);
        }
        catch (TransactionCanceledException e) when (e.FailedAt(2))
        {
            throw Errors.ExperimentExists(name);
        }
        catch (TransactionCanceledException e) when (e.FailedAt(0))
        {
            throw Errors.ChangedMeanwhile(id);
        }
    }

    /// <summary>Deletes an active experiment and all of its runs.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var item = await table.Experiments.GetAsync(KeyOf(id), consistentRead: true, cancellationToken);
        if (item is not { Lifecycle: LifecycleStage.Active }) throw Errors.NoExperiment(id);
        // The runs first: if this breaks off, the experiment is still active and the client can ask again. Then those that came meanwhile.
        await sweep.DeleteAsync(id, Now, cancellationToken);
        await MoveAsync(id, LifecycleStage.Active, LifecycleStage.Deleted, cancellationToken);
        await sweep.DeleteAsync(id, Now, cancellationToken);
    }

    /// <summary>Restores a deleted experiment and all of its runs, those too that were deleted before it.</summary>
    public async Task RestoreAsync(string id, CancellationToken cancellationToken)
    {
        var item = await table.Experiments.GetAsync(KeyOf(id), consistentRead: true, cancellationToken);
        if (item is not { Lifecycle: LifecycleStage.Deleted }) throw Errors.NoExperiment(id);
        await sweep.RestoreAsync(id, cancellationToken);
        await MoveAsync(id, LifecycleStage.Deleted, LifecycleStage.Active, cancellationToken);
    }

    /// <summary>Sets a tag of an active experiment.</summary>
    public async Task SetTagAsync(string id, NamedValue tag, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        await table.ExperimentTags.PutAsync(new ExperimentTagItem { ExperimentId = id, Name = tag.Key, Value = tag.Value }, cancellationToken);
    }

    /// <summary>Deletes a tag of an active experiment.</summary>
    public async Task DeleteTagAsync(string id, string key, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        if (key.Length > Limits.TagKey) throw Errors.NoExperimentTag(id, key);
        try
        {
            await table.ExperimentTags.Delete(ExperimentTagItem.Key(id, key)).If(t => t.Value.Exists()).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Errors.NoExperimentTag(id, key);
        }
    }

    private async Task<long> NextIdAsync(CancellationToken cancellationToken)
    {
        var update = table.Counters.Update(CounterItem.Key(CounterItem.Experiments)).Add(c => c.Last, 1).ReturnNew();
        return (await Writes.RetryAsync(() => update.ExecuteAsync(cancellationToken), cancellationToken)).Item!.Last;
    }

    private Task PutAsync(string id, string name, string? location, IReadOnlyList<NamedValue> tags, CancellationToken cancellationToken)
    {
        var now = Now;
        var experiment = new ExperimentItem
        {
            ExperimentId = id,
            Name = name,
            ArtifactLocation = string.IsNullOrEmpty(location) ? ArtifactLocations.OfExperiment(id) : location,
            Lifecycle = LifecycleStage.Active,
            CreationTime = now,
            LastUpdateTime = now,
        };
        IWriteOperation[] tagPuts = [.. tags.DistinctByLast().Select(tag =>
            table.ExperimentTags.Put(new ExperimentTagItem { ExperimentId = id, Name = tag.Key, Value = tag.Value }))];
        return WriteAsync([table.Experiments.Put(experiment).If(e => e.ExperimentId.NotExists()), TakeName(id, name)], tagPuts, cancellationToken);
    }

    private async Task WriteAsync(IWriteOperation[] first, IWriteOperation[] tags, CancellationToken cancellationToken)
    {
        await table.Client.BatchAsync([.. tags.Skip(MostTagsInTransaction)], cancellationToken);
        await table.Client.TransactAsync([.. first, .. tags.Take(MostTagsInTransaction)], cancellationToken);
    }

    /// <summary>The key of an experiment. What has not the form of an id may not even fit into a key, and there is no such experiment.</summary>
    private static ItemKey<ExperimentItem> KeyOf(string id) => ExperimentIds.IsValid(id) ? ExperimentItem.Key(id) : throw Errors.NoExperiment(id);

    private Put<ExperimentNameItem> TakeName(string id, string name) =>
        table.ExperimentNames.Put(new ExperimentNameItem { Name = name, ExperimentId = id }).If(n => n.ExperimentId.NotExists());

    private async Task MoveAsync(string id, LifecycleStage from, LifecycleStage to, CancellationToken cancellationToken)
    {
        try
        {
            await Writes.RetryAsync(
                () => table.Experiments.Update(KeyOf(id))
                    .Set(e => e.Lifecycle, to)
                    .Set(e => e.LastUpdateTime, Now)
                    .If(e => e.Lifecycle == from)
                    .ExecuteAsync(cancellationToken),
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Errors.NoExperiment(id);
        }
    }
}
