using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Experiments.</summary>
internal sealed class ExperimentStore(TrackingTable table, RunSweep sweep, TimeProvider time)
{
    // A transaction takes 100 items; two are the experiment and its name.
    private const int MaxTagsInTransaction = 98;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes the default experiment where it is absent.</summary>
    public async Task EnsureDefaultAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(ExperimentIds.Default, cancellationToken) is not null) return;
        var (put, takeName) = (Put(ExperimentIds.Default, "Default", null), TakeName(ExperimentIds.Default, "Default"));
        try
        {
            await table.Client.TransactWriteAsync([put, takeName], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(put) || e.ConditionFailed(takeName))
        {
            // Another instance of the server was faster.
        }
    }

    /// <summary>Creates an experiment and returns its id.</summary>
    public async Task<string> CreateAsync(
        string name, string? location, IReadOnlyList<NamedValue> tags, CancellationToken cancellationToken)
    {
        // Only to not waste an id: the name is taken by the transaction below.
        if (await table.ExperimentNames.GetAsync(ExperimentNameItem.Key(name), cancellationToken: cancellationToken) is not null)
            throw new TrackingException(new ExperimentNameTaken(name));

        var id = (await NextIdAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture);
        IWriteOperation[] tagPuts = [.. tags.DistinctByLast().Select(tag => table.ExperimentTags.Put(ItemOf(id, tag)))];
        var takeName = TakeName(id, name);
        try
        {
            // What does not fit into the transaction goes before it: nobody knows the id yet.
            await table.Client.BatchAsync([.. tagPuts.Skip(MaxTagsInTransaction)], cancellationToken);
            await table.Client.TransactWriteAsync(
                [Put(id, name, location), takeName, .. tagPuts.Take(MaxTagsInTransaction)], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(takeName))
        {
            throw new TrackingException(new ExperimentNameTaken(name));
        }

        return id;
    }

    /// <summary>An experiment with its tags, deleted or not.</summary>
    public async Task<TaggedExperiment> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (!ExperimentIds.IsValid(id)) throw Missing(id);
        var tags = TagsAsync(id, cancellationToken);
        var item = await FindAsync(id, cancellationToken);
        var found = await tags;
        return item is null ? throw Missing(id) : new TaggedExperiment(item, found);
    }

    /// <summary>The experiment of a name, deleted or not.</summary>
    public async Task<TaggedExperiment> GetByNameAsync(string name, CancellationToken cancellationToken)
    {
        var holder = name.Length > Limits.ExperimentName
            ? null
            : await table.ExperimentNames.GetAsync(ExperimentNameItem.Key(name), consistentRead: true, cancellationToken);
        return holder is null
            ? throw new TrackingException(new ExperimentNameMissing(name))
            : await GetAsync(holder.ExperimentId, cancellationToken);
    }

    /// <summary>The experiment's own item, if it is active.</summary>
    public async Task<ExperimentItem> RequireActiveAsync(string id, CancellationToken cancellationToken)
    {
        var item = await FindAsync(id, cancellationToken) ?? throw Missing(id);
        return item.Lifecycle == LifecycleStage.Active ? item : throw new TrackingException(new ExperimentDeleted(id));
    }

    /// <summary>The tags of an experiment.</summary>
    public async Task<IReadOnlyList<ExperimentTagItem>> TagsAsync(string id, CancellationToken cancellationToken) =>
        await table.ExperimentTags.Query(ExperimentTagItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);

    /// <summary>Gives an active experiment another name.</summary>
    public async Task RenameAsync(string id, string name, CancellationToken cancellationToken)
    {
        var item = await FindAsync(id, cancellationToken) ?? throw Missing(id);
        if (item.Lifecycle == LifecycleStage.Deleted) throw new TrackingException(new DeletedExperimentRenamed(id));
        var rename = table.Experiments.Update(KeyOf(id))
            .Set(e => e.Name, name)
            .Set(e => e.LastUpdateTime, Now)
            .If(e => e.Lifecycle == LifecycleStage.Active & e.Name == item.Name);
        var takeName = TakeName(id, name);
        IWriteOperation[] writes = name == item.Name
            ? [rename]
            : [rename, table.ExperimentNames.Delete(ExperimentNameItem.Key(item.Name)), takeName];
        try
        {
            await table.Client.TransactWriteAsync(writes, cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(takeName))
        {
            throw new TrackingException(new ExperimentNameTaken(name));
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(rename))
        {
            throw new TrackingException(new ExperimentChanged(id));
        }
    }

    /// <summary>Deletes an active experiment and all of its runs.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Lifecycle: LifecycleStage.Active }) throw Missing(id);
        // The runs first: if this breaks off, the experiment is still active and the client can ask again. Then those that came meanwhile.
        await sweep.DeleteAsync(id, Now, cancellationToken);
        await MoveAsync(id, LifecycleStage.Active, LifecycleStage.Deleted, cancellationToken);
        await sweep.DeleteAsync(id, Now, cancellationToken);
    }

    /// <summary>Restores a deleted experiment and all of its runs, even those that were deleted before it.</summary>
    public async Task RestoreAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Lifecycle: LifecycleStage.Deleted }) throw Missing(id);
        await sweep.RestoreAsync(id, cancellationToken);
        await MoveAsync(id, LifecycleStage.Deleted, LifecycleStage.Active, cancellationToken);
    }

    /// <summary>Sets a tag of an active experiment.</summary>
    public async Task SetTagAsync(string id, NamedValue tag, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        await table.ExperimentTags.PutAsync(ItemOf(id, tag), cancellationToken);
    }

    /// <summary>Deletes a tag of an active experiment.</summary>
    public async Task DeleteTagAsync(string id, string name, CancellationToken cancellationToken)
    {
        await RequireActiveAsync(id, cancellationToken);
        if (name.Length > Limits.TagName) throw new TrackingException(new ExperimentTagMissing(id, name));
        try
        {
            await table.ExperimentTags.Delete(ExperimentTagItem.Key(id, name)).If(t => t.Value.Exists()).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new ExperimentTagMissing(id, name));
        }
    }

    private static TrackingException Missing(string id) => new(new ExperimentMissing(id));

    /// <summary>The key of an experiment. What does not have the form of an id may not even fit into a key.</summary>
    private static ItemKey<ExperimentItem> KeyOf(string id) => ExperimentIds.IsValid(id) ? ExperimentItem.Key(id) : throw Missing(id);

    private static ExperimentTagItem ItemOf(string id, NamedValue tag) => new() { ExperimentId = id, Name = tag.Name, Value = tag.Value };

    private ValueTask<ExperimentItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        table.Experiments.GetAsync(KeyOf(id), consistentRead: true, cancellationToken);

    private async Task<long> NextIdAsync(CancellationToken cancellationToken)
    {
        var update = table.Counters.Update(CounterItem.Key(CounterItem.Experiments)).Add(c => c.Last, 1).ReturnNew();
        return (await update.ExecuteAsync(cancellationToken)).Item!.Last;
    }

    private Put<ExperimentItem> Put(string id, string name, string? location)
    {
        var now = Now;
        return table.Experiments.Put(new ExperimentItem
        {
            ExperimentId = id,
            Name = name,
            ArtifactLocation = string.IsNullOrEmpty(location) ? ArtifactLocations.OfExperiment(id) : location,
            Lifecycle = LifecycleStage.Active,
            CreationTime = now,
            LastUpdateTime = now,
        }).If(e => e.ExperimentId.NotExists());
    }

    private Put<ExperimentNameItem> TakeName(string id, string name) =>
        table.ExperimentNames.Put(new ExperimentNameItem { Name = name, ExperimentId = id }).If(n => n.ExperimentId.NotExists());

    private async Task MoveAsync(string id, LifecycleStage from, LifecycleStage to, CancellationToken cancellationToken)
    {
        var move = table.Experiments.Update(KeyOf(id))
            .Set(e => e.Lifecycle, to)
            .Set(e => e.LastUpdateTime, Now)
            .If(e => e.Lifecycle == from);
        try
        {
            await move.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(id);
        }
    }
}
