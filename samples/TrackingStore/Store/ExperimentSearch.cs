using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>The search of experiments: reads all of them from the index, and tags only where the filter asks for them and for the page.</summary>
internal sealed class ExperimentSearch(TrackingTable table, ExperimentStore experiments)
{
    private const string Kind = "experiments";

    /// <summary>A page of experiments. There is a token only when another page is not empty.</summary>
    public async Task<(IReadOnlyList<Experiment> Page, string? Next)> SearchAsync(
        ExperimentFilter filter, ExperimentOrder order, ViewType view, int size, string? token, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(Kind, token);
        var items = await Select(view).ToListAsync(cancellationToken);
        var all = items.ConvertAll(item => Messages.ToMessage(item, null));
        if (filter.NeedsTags) all = await WithTagsAsync(all, cancellationToken);
        var found = all.Where(filter.Matches).Order(order).ToList();
        var page = found.Skip(offset).Take(size).ToList();
        if (!filter.NeedsTags) page = await WithTagsAsync(page, cancellationToken);
        return (page, offset + page.Count < found.Count ? PageTokens.EncodeOffset(Kind, offset + page.Count) : null);
    }

    private ItemSequence<ExperimentItem> Select(ViewType view)
    {
        var all = table.Experiments.Query(ExperimentItem.Index.Experiments());
        return view switch
        {
            ViewType.ACTIVE_ONLY => all.Where(e => e.Lifecycle == LifecycleStage.Active),
            ViewType.DELETED_ONLY => all.Where(e => e.Lifecycle == LifecycleStage.Deleted),
            _ => all,
        };
    }

    private async Task<List<Experiment>> WithTagsAsync(List<Experiment> without, CancellationToken cancellationToken)
    {
        var tagged = without.ToArray();
        await Writes.ForEachAsync(
            Enumerable.Range(0, tagged.Length),
            async (i, token) => tagged[i] = tagged[i] with { Tags = (await experiments.TagsAsync(tagged[i].ExperimentId, token)).OrAbsent() },
            cancellationToken);
        return [.. tagged];
    }
}
