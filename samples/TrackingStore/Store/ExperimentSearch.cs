using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// The search of experiments. It reads all of them from the index, and tags only where the filter asks for them and for the page.
/// </summary>
internal sealed class ExperimentSearch(TrackingTable table, ExperimentStore experiments)
{
    private const string Kind = "experiments";

    /// <summary>A page of experiments. There is a token only when another page is not empty.</summary>
    public async Task<(IReadOnlyList<TaggedExperiment> Page, string? Next)> SearchAsync(
        ExperimentQuery query, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(Kind, query.Token);
        var items = await Select(query.Stage).ToListAsync(cancellationToken);
        var all = query.Filter.NeedsTags
            ? await WithTagsAsync(items, cancellationToken)
            : items.ConvertAll(item => new TaggedExperiment(item, []));
        var found = all.Where(query.Filter.Matches).OrderBy(e => e.Experiment, query.Order).ToList();
        var page = found.Skip(offset).Take(query.Size).ToList();
        if (!query.Filter.NeedsTags) page = await WithTagsAsync(page.ConvertAll(e => e.Experiment), cancellationToken);
        return (page, offset + page.Count < found.Count ? PageTokens.EncodeOffset(Kind, offset + page.Count) : null);
    }

    private ItemSequence<ExperimentItem> Select(LifecycleStage? stage)
    {
        var all = table.Experiments.Query(ExperimentItem.Index.Experiments());
        return stage is { } only ? all.Where(e => e.Lifecycle == only) : all;
    }

    private async Task<List<TaggedExperiment>> WithTagsAsync(List<ExperimentItem> items, CancellationToken cancellationToken)
    {
        var tagged = new TaggedExperiment[items.Count];
        await Many.ForEachAsync(
            Enumerable.Range(0, items.Count),
            async (i, token) => tagged[i] = new TaggedExperiment(items[i], await experiments.TagsAsync(items[i].ExperimentId, token)),
            cancellationToken);
        return [.. tagged];
    }
}
