using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Experiments.</summary>
internal sealed class ExperimentStore(TrackingTable table, RunSweep sweep, NameIndex names, DefaultArtifactRoot root)
{
    // A transaction takes 100 items; two are the experiment and the reservation of its name.
    private const int MaxPutsInTransaction = 98;

    private readonly TakenModels taken = new(table);

    /// <summary>Makes the default experiment where it is absent.</summary>
    public async Task EnsureDefaultAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(ExperimentIds.Default, cancellationToken) is not null) return;
        // The default experiment is the first of all items, so nothing in the table is without an index.
        await names.MarkCompleteAsync(cancellationToken);
        try
        {
            await table.Experiments.CreateAsync(New(ExperimentIds.Default, "Default", null), cancellationToken);
        }
        catch (Exception e) when (e is ConditionalCheckFailedException or UniqueValueTakenException)
        {
            // Another instance of the server was faster.
        }
    }

    /// <summary>Creates an experiment and returns its id.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="location">Where its artifacts are; null or empty for the default root.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="owner">The user who may manage it; null on a server without sign-in.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<string> CreateAsync(
        string name, string? location, IReadOnlyList<NamedValue> tags, string? owner, CancellationToken cancellationToken)
    {
        // Only to not waste an id: the transaction below reserves the name.
        if (await FindByNameAsync(name, cancellationToken) is not null)
            throw new TrackingException(new ExperimentNameTaken(name));

        var id = (await NextIdAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture);
        IWriteOperation[] puts =
        [
            .. owner is null ? [] : (IWriteOperation[])[table.Grants.Put(GrantItem.ToManage(owner, ResourceKind.Experiment, id))],
            .. tags.DistinctByLast().Select(tag => table.ExperimentTags.Put(ItemOf(id, tag))),
        ];
        var create = table.Experiments.Put(New(id, name, location)).IfNotExists();
        try
        {
            // What does not fit into the transaction goes before it: nobody knows the id yet.
            await table.Client.BatchAsync([.. puts.Skip(MaxPutsInTransaction)], cancellationToken);
            await table.Client.TransactWriteAsync([create, .. puts.Take(MaxPutsInTransaction)], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.FailureOf(create) is { TakenValue: not null })
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
        var item = Limits.Exceeds(name, Limits.ExperimentName) ? null : await FindByNameAsync(name, cancellationToken);
        return item is null
            ? throw new TrackingException(new ExperimentNameMissing(name))
            : new TaggedExperiment(item, await TagsAsync(item.ExperimentId, cancellationToken));
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
        try
        {
            _ = await table.Experiments.ChangeAsync(KeyOf(id), item => Renamed(item, name), cancellationToken) ?? throw Missing(id);
        }
        catch (UniqueValueTakenException)
        {
            throw new TrackingException(new ExperimentNameTaken(name));
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new ExperimentChanged(id));
        }
    }

    /// <summary>Deletes an active experiment and all of its runs.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Lifecycle: LifecycleStage.Active }) throw Missing(id);
        // The runs first: if this breaks off, the experiment is still active and the client can ask again. Then those that came meanwhile.
        await sweep.DeleteAsync(id, cancellationToken);
        await MoveAsync(id, LifecycleStage.Deleted, cancellationToken);
        await sweep.DeleteAsync(id, cancellationToken);
    }

    /// <summary>Whether an experiment exists and is active.</summary>
    public async Task<bool> IsActiveAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { Lifecycle: LifecycleStage.Active };

    /// <summary>Deletes the runs that are left of a deleted experiment.</summary>
    /// <returns>False if there is no deleted experiment with the id.</returns>
    public async Task<bool> FinishDeletionAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Lifecycle: LifecycleStage.Deleted }) return false;
        await sweep.DeleteAsync(id, cancellationToken);
        return true;
    }

    /// <summary>
    /// Restores a deleted experiment and all of its runs, even those that were deleted before it, and the logged models that a clean-up has
    /// taken.
    /// </summary>
    public async Task RestoreAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Lifecycle: LifecycleStage.Deleted }) throw Missing(id);
        await TouchDeletedAsync(id, cancellationToken);
        await sweep.RestoreAsync(id, cancellationToken);
        await taken.GiveBackAllAsync(id, cancellationToken);
        await MoveAsync(id, LifecycleStage.Active, cancellationToken);
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
        var tag = ExperimentTagItem.Key(id, name);
        // Not by a condition of the delete: that fails, too, if it is repeated because the answer to the first one was lost.
        if (Limits.Exceeds(name, Limits.TagName)
            || await table.ExperimentTags.GetAsync(tag, consistentRead: true, cancellationToken) is null)
        {
            throw new TrackingException(new ExperimentTagMissing(id, name));
        }

        await table.ExperimentTags.DeleteAsync(tag, cancellationToken);
    }

    private static TrackingException Missing(string id) => new(new ExperimentMissing(id));

    /// <summary>The key of an experiment. What does not have the form of an id may not even fit into a key.</summary>
    private static ItemKey<ExperimentItem> KeyOf(string id) => ExperimentIds.IsValid(id) ? ExperimentItem.Key(id) : throw Missing(id);

    private static ExperimentTagItem ItemOf(string id, NamedValue tag) => new() { ExperimentId = id, Name = tag.Name, Value = tag.Value };

    private ValueTask<ExperimentItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        table.Experiments.GetAsync(KeyOf(id), consistentRead: true, cancellationToken);

    private Task<ExperimentItem?> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        table.Experiments.GetByUniqueAsync(ExperimentItem.Unique.Name(name), cancellationToken);

    private async Task<long> NextIdAsync(CancellationToken cancellationToken)
    {
        var update = table.Counters.Update(CounterItem.Key(CounterItem.Experiments)).Add(c => c.Last, 1).ReturnNew();
        return (await update.ExecuteAsync(cancellationToken)).Item!.Last;
    }

    private ExperimentItem New(string id, string name, string? location) => new()
    {
        ExperimentId = id,
        Name = name,
        ArtifactLocation = string.IsNullOrEmpty(location) ? root.OfExperiment(id) : location,
        Lifecycle = LifecycleStage.Active,
    };

    private static ExperimentItem Renamed(ExperimentItem item, string name) => item.Lifecycle == LifecycleStage.Active
        ? item with { Name = name }
        : throw new TrackingException(new DeletedExperimentRenamed(item.ExperimentId));

    /// <summary>Makes a deleted experiment look deleted just now, so that a clean-up leaves it alone while its runs are restored.</summary>
    private async Task TouchDeletedAsync(string id, CancellationToken cancellationToken)
    {
        var touch = table.Experiments.Update(KeyOf(id)).Set(e => e.Lifecycle, LifecycleStage.Deleted)
            .If(e => e.Lifecycle == LifecycleStage.Deleted);
        try
        {
            await touch.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // A clean-up has removed it, or another request has restored it.
            throw Missing(id);
        }
    }

    /// <summary>Moves an experiment that was in the other stage when the request began.</summary>
    private async Task MoveAsync(string id, LifecycleStage to, CancellationToken cancellationToken)
    {
        // Not on condition of the other stage: it is in this one already if the answer to a first attempt was lost, or if another request
        // did the same.
        var move = table.Experiments.Update(KeyOf(id)).Set(e => e.Lifecycle, to).If(e => e.Lifecycle.Exists());
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
