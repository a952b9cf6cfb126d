using System.Globalization;
using DynamoToolkit;
using DynamoToolkit.CompilerServices;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The search of logged models. In the order of the index, newest first, it reads as far as the page needs; in any other order it reads all
/// models of the experiments, and keeps of each what it is sorted by. A page ends early if its texts are long.
/// </summary>
internal sealed class LoggedModelSearch(TrackingTable table, LoggedModelStore models)
{
    // One kind and shape of tokens for both orders, so that a token of the other order is recognized as that.
    private const string TokenKind = "loggedModels";
    private const int AtOnce = 16;

    /// <summary>A page of models. There is a token only when another page may not be empty.</summary>
    public Task<(IReadOnlyList<LoggedModel> Page, string? Next)> SearchAsync(
        LoggedModelQuery query, CancellationToken cancellationToken) =>
        query.Order.IsNewestFirst ? NewestAsync(query, cancellationToken) : SortedAsync(query, cancellationToken);

    private async Task<(IReadOnlyList<LoggedModel> Page, string? Next)> NewestAsync(
        LoggedModelQuery query, CancellationToken cancellationToken)
    {
        var window = new PageWindow<LoggedModel>(0, query.Size);
        // A model for which the page has no room begins the next one, so a chunk has one more than the page.
        var chunkSize = query.Filter.NeedsData ? AtOnce : Math.Min(AtOnce, query.Size + 1);
        var after = CursorOf(query);
        int count;
        do
        {
            count = 0;
            await foreach (var chunk in ReadAsync(query, after, cancellationToken).Chunk(chunkSize).WithCancellation(cancellationToken))
            {
                count += chunk.Length;
                after = (chunk[^1].Recency, chunk[^1].ModelId);
                foreach (var model in await LoadAsync(chunk, query.Filter, cancellationToken))
                {
                    if (window.Add(model, model.Weight)) continue;
                    var last = window.Items[^1].Item;
                    return (window.Items, query.Source.Encode(
                        TokenKind, last.Recency.ToString(CultureInfo.InvariantCulture), last.ModelId));
                }
            }
        }
        // The list was read as far as the page needs it, and some of its models were deleted meanwhile.
        while (count == LimitOf(query));
        return (window.Items, null);
    }

    private async Task<(IReadOnlyList<LoggedModel> Page, string? Next)> SortedAsync(
        LoggedModelQuery query, CancellationToken cancellationToken)
    {
        var place = query.Source.Decode(TokenKind, query.Token, 2);
        var offset = place is null ? 0
            : int.TryParse(place[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw PageTokens.Unknown();
        var needsData = query.Filter.NeedsData || query.Order.NeedsData;
        var found = new List<RankedModel>();
        await foreach (var chunk in ReadAsync(query, null, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var loaded = needsData ? await LoadAsync(chunk, query.Filter, cancellationToken) : chunk.Select(LoggedModel.OfItem);
            found.AddRange(loaded.Select(query.Order.Rank));
        }

        found.Sort(query.Order);
        var window = new PageWindow<LoggedModel>(0, query.Size);
        var read = offset;
        foreach (var chunk in found.Skip(offset).Chunk(AtOnce))
        {
            // Those that were deleted meanwhile, or do not pass any more, are not before the next page either.
            var loaded = await Many.MapAsync(
                chunk, async (ranked, token) => await models.FindAsync(ranked.Item.ModelId, token), cancellationToken);
            foreach (var model in loaded.OfType<LoggedModel>().Where(query.Filter.MatchesData))
            {
                if (!window.Add(model, model.Weight))
                    return (window.Items, query.Source.Encode(TokenKind, read.ToString(CultureInfo.InvariantCulture), ""));

                read++;
            }
        }

        return (window.Items, null);
    }

    /// <summary>The models of a search that pass the conditions on their own items, newest first.</summary>
    private IAsyncEnumerable<LoggedModelItem> ReadAsync(
        LoggedModelQuery query, (long Recency, string ModelId)? after, CancellationToken cancellationToken)
    {
        var lists = query.ExperimentIds.Where(ExperimentIds.IsValid).Distinct().Select(id => Select(id, query, after).AsAsyncEnumerable());
        var all = Merging.MergeAsync(lists, item => (item.Recency, item.ModelId), RecencyComparer.Instance, cancellationToken)
            .Where(query.Filter.MatchesItem);
        // Behind as many, a list that has ended may have more.
        return LimitOf(query) is { } limit ? all.Take(limit) : all;
    }

    /// <summary>How many models of each list are read; null for all.</summary>
    private static int? LimitOf(LoggedModelQuery query) =>
        query.Filter.IsEmpty && query.Order.IsNewestFirst ? query.Size + 1 : null;

    private ItemSequence<LoggedModelItem> Select(
        string experimentId, LoggedModelQuery search, (long Recency, string ModelId)? after)
    {
        var query = table.LoggedModels.Query(LoggedModelItem.Index.ByExperiment(experimentId));
        if (after is { } last)
        {
            // As for runs: what comes after a place lies in all later recencies, too.
            var place = KeyText.Value($"{last.Recency}#{last.ModelId}");
            query = table.LoggedModels.Query(
                LoggedModelItem.Index.ByExperiment(experimentId),
                SortKeyCondition<LoggedModelItem.ByExperimentAttributes>.GreaterThan(place));
        }

        if (LimitOf(search) is { } limit) query = query.Limit(limit);
        return query.Where(m => m.Lifecycle == LifecycleStage.Active);
    }

    /// <summary>The models of a chunk that pass the whole filter, with everything that was logged to them.</summary>
    private async Task<IEnumerable<LoggedModel>> LoadAsync(
        IReadOnlyList<LoggedModelItem> chunk, LoggedModelFilter filter, CancellationToken cancellationToken)
    {
        var loaded = await Many.MapAsync(chunk, async (item, token) => await models.FindAsync(item.ModelId, token), cancellationToken);
        return loaded.OfType<LoggedModel>().Where(filter.MatchesData);
    }

    private static (long Recency, string ModelId)? CursorOf(LoggedModelQuery query)
    {
        if (query.Source.Decode(TokenKind, query.Token, 2) is not { } place) return null;
        return long.TryParse(place[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var recency)
            && LoggedModelIds.IsValid(place[1])
            ? (recency, place[1])
            : throw PageTokens.Unknown();
    }
}
