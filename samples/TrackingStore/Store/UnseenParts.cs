using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Items of experiments, runs, logged models, registered models and their versions that do not exist, and permissions for them: what a
/// creation that broke off has put before its transaction, what a deletion that broke off has left, and what was written while its owner
/// was removed. No request needs them. It scans the table, and also removes what servers of this version do not read of any model.
/// </summary>
internal sealed class UnseenParts(TrackingTable table, PartOwners owners, PartRemoval parts, VersionRemains versions, TimeProvider time)
{
    private const int Chunk = 500;

    // Points and long texts are most of a table, and nothing here asks for them.
    private static readonly ItemKinds<object> Parts = new ItemKinds<object>()
        .Add<ExperimentTagItem>()
        .Add<DatasetSummaryItem>()
        .Add<RunNameItem>()
        .Add<RunTagItem>()
        .Add<RunParamItem>()
        .Add<LatestMetricItem>()
        .Add<MetricPackStub>()
        .Add<MetricSeriesStub>()
        .Add<MetricPointItem>()
        .Add<DatasetInputItem>()
        .Add<DatasetTextStub>()
        .Add<ModelInputItem>()
        .Add<ModelOutputItem>()
        .Add<ModelTagItem>()
        .Add<ModelAliasItem>()
        .Add<ModelVersionItem>()
        .Add<ModelVersionTagItem>()
        .Add<TallyItem>()
        .Add<LoggedModelTagItem>()
        .Add<LoggedModelParamItem>()
        .Add<LoggedModelMetricItem>()
        .Add<LoggedModelTallyItem>()
        .Add<GrantItem>();

    /// <summary>Removes them.</summary>
    /// <param name="grace">
    /// How long an owner is missing before its items are removed. Longer than a request that creates one takes: its parts come first.
    /// </param>
    /// <param name="isDryRun">Whether it only counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many experiments, runs, models and versions are missing that have items.</returns>
    public async Task<int> RemoveAsync(TimeSpan grace, bool isDryRun, CancellationToken cancellationToken)
    {
        var unread = new List<LoggedModelTallyItem>();
        var grants = new List<GrantItem>();
        var missing = await FindAsync(unread, grants, cancellationToken);
        if (isDryRun) return missing.Count;
        foreach (var chunk in unread.Chunk(Chunk))
            await table.Client.BatchAsync([.. chunk.Select(table.OldTallies.Delete)], cancellationToken);

        if (missing.Count == 0) return 0;
        await Task.Delay(grace, time, cancellationToken);
        var count = 0;
        var grantsOf = grants.ToLookup(OwnerOf);
        foreach (var owner in missing)
        {
            if (!await owners.IsMissingAsync(owner, cancellationToken)) continue;
            await RemoveAsync(owner, cancellationToken);
            foreach (var chunk in grantsOf[owner].Chunk(Chunk))
                await table.Client.BatchAsync([.. chunk.Select(table.Grants.Delete)], cancellationToken);

            count++;
        }

        return count;
    }

    /// <summary>
    /// The owners that are missing. It also collects the tallies that nobody reads, and the permissions for missing owners.
    /// </summary>
    private async Task<HashSet<PartOwner>> FindAsync(
        List<LoggedModelTallyItem> unread, List<GrantItem> grants, CancellationToken cancellationToken)
    {
        var missing = new HashSet<PartOwner>();
        // Items of one partition come one after the other, so the owners of others are not asked for again.
        var (known, last) = (new HashSet<PartOwner>(), default(PartOwner));
        // The permissions of one user are for many.
        var granted = new HashSet<PartOwner>();
        await foreach (var item in table.RunTags.Scan().As(Parts).WithCancellation(cancellationToken))
        {
            if (item is LoggedModelTallyItem old)
            {
                unread.Add(old);
                continue;
            }

            var owner = OwnerOf(item);
            if (item is GrantItem grant)
            {
                if (await FindAsync(owner, granted)) grants.Add(grant);
                continue;
            }

            if (owner != last) known.Clear();
            last = owner;
            // The versions of a model that is missing go with it.
            if (!await FindAsync(owner, known) && VersionOf(item) is { } version)
                await FindAsync(new PartOwner(PartOwnerKind.Version, owner.Id, version), known);
        }

        return missing;

        async Task<bool> FindAsync(PartOwner owner, HashSet<PartOwner> seen)
        {
            if (seen.Add(owner) && await owners.IsMissingAsync(owner, cancellationToken)) missing.Add(owner);
            return missing.Contains(owner);
        }
    }

    private static PartOwner OwnerOf(object item) => item switch
    {
        ExperimentTagItem tag => new PartOwner(PartOwnerKind.Experiment, tag.ExperimentId),
        DatasetSummaryItem summary => new PartOwner(PartOwnerKind.Experiment, summary.ExperimentId),
        GrantItem { Kind: ResourceKind.Experiment } grant => new PartOwner(PartOwnerKind.Experiment, grant.Resource),
        GrantItem grant => new PartOwner(PartOwnerKind.Model, grant.Resource),
        IRunData data => new PartOwner(PartOwnerKind.Run, data.RunId),
        RunNameItem name => new PartOwner(PartOwnerKind.Run, name.RunId),
        MetricPackStub pack => new PartOwner(PartOwnerKind.Run, pack.RunId),
        MetricSeriesStub series => new PartOwner(PartOwnerKind.Run, series.RunId),
        MetricPointItem point => new PartOwner(PartOwnerKind.Run, point.RunId),
        DatasetTextStub text => new PartOwner(PartOwnerKind.Run, text.RunId),
        TallyItem tally when LoggedModelIds.IsValid(tally.ModelId) => new PartOwner(PartOwnerKind.LoggedModel, tally.ModelId),
        IModelData part => new PartOwner(PartOwnerKind.Model, part.ModelId),
        ILoggedModelData part => new PartOwner(PartOwnerKind.LoggedModel, part.ModelId),
        _ => throw new InvalidOperationException($"{item.GetType().Name} has no owner."),
    };

    /// <summary>The version of a registered model that an item belongs to; null if it belongs to none.</summary>
    private static long? VersionOf(object item) => item switch
    {
        ModelAliasItem alias => alias.Version,
        ModelVersionTagItem tag => tag.Version,
        TallyItem tally => tally.Version,
        _ => null,
    };

    private Task RemoveAsync(PartOwner owner, CancellationToken cancellationToken) => owner.Kind switch
    {
        PartOwnerKind.Experiment => parts.OfExperimentAsync(owner.Id, cancellationToken),
        PartOwnerKind.Run => parts.OfRunAsync(owner.Id, cancellationToken),
        PartOwnerKind.Model => parts.OfModelAsync(owner.Id, cancellationToken),
        PartOwnerKind.Version => RemoveVersionAsync(owner, cancellationToken),
        _ => parts.OfLoggedModelAsync(owner.Id, cancellationToken),
    };

    private async Task RemoveVersionAsync(PartOwner owner, CancellationToken cancellationToken)
    {
        // If the model is gone by now, the next clean-up removes all of it.
        if (await table.Models.GetAsync(RegisteredModelItem.Key(owner.Id), consistentRead: true, cancellationToken) is { } model)
            await versions.RemoveAsync(model, owner.Version, cancellationToken);
    }
}
