using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Items of experiments, registered models, logged models and runs that do not exist: what a creation that broke off has put before its
/// transaction, and a deletion that broke off has left. No request finds them. It scans the table.
/// </summary>
internal sealed class UnseenParts(TrackingTable table, PartOwners owners, PartRemoval parts, TimeProvider time)
{
    private static readonly ItemKinds<object> Parts = new ItemKinds<object>()
        .Add<ExperimentTagItem>()
        .Add<DatasetSummaryItem>()
        .Add<RunTagItem>()
        .Add<ModelTagItem>()
        .Add<ModelVersionItem>()
        .Add<TallyItem>()
        .Add<LoggedModelTagItem>()
        .Add<LoggedModelParamItem>();

    /// <summary>Removes them.</summary>
    /// <param name="grace">
    /// How long an owner is missing before its items are removed. Longer than a request that creates one takes: its parts come first.
    /// </param>
    /// <param name="isDryRun">Whether it only counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many experiments, runs and models are missing that have items.</returns>
    public async Task<int> RemoveAsync(TimeSpan grace, bool isDryRun, CancellationToken cancellationToken)
    {
        var missing = new HashSet<PartOwner>();
        PartOwner last = default;
        await foreach (var item in table.RunTags.Scan().As(Parts).WithCancellation(cancellationToken))
        {
            // Items of one partition come one after the other.
            var owner = OwnerOf(item);
            if (owner != last && await owners.IsMissingAsync(owner, cancellationToken)) missing.Add(owner);
            last = owner;
        }

        if (isDryRun || missing.Count == 0) return missing.Count;
        await Task.Delay(grace, time, cancellationToken);
        var count = 0;
        foreach (var owner in missing)
        {
            if (!await owners.IsMissingAsync(owner, cancellationToken)) continue;
            await RemoveAsync(owner, cancellationToken);
            count++;
        }

        return count;
    }

    private static PartOwner OwnerOf(object item) => item switch
    {
        ExperimentTagItem tag => new PartOwner(PartOwnerKind.Experiment, tag.ExperimentId),
        DatasetSummaryItem summary => new PartOwner(PartOwnerKind.Experiment, summary.ExperimentId),
        RunTagItem tag => new PartOwner(PartOwnerKind.Run, tag.RunId),
        TallyItem tally when LoggedModelIds.IsValid(tally.ModelId) => new PartOwner(PartOwnerKind.LoggedModel, tally.ModelId),
        IModelData part => new PartOwner(PartOwnerKind.Model, part.ModelId),
        ILoggedModelData part => new PartOwner(PartOwnerKind.LoggedModel, part.ModelId),
        _ => throw new InvalidOperationException($"{item.GetType().Name} has no owner."),
    };

    private Task RemoveAsync(PartOwner owner, CancellationToken cancellationToken) => owner.Kind switch
    {
        PartOwnerKind.Experiment => parts.OfExperimentAsync(owner.Id, cancellationToken),
        PartOwnerKind.Run => parts.OfRunAsync(owner.Id, cancellationToken),
        PartOwnerKind.Model => parts.OfModelAsync(owner.Id, cancellationToken),
        _ => parts.OfLoggedModelAsync(owner.Id, cancellationToken),
    };
}
