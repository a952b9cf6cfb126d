using System.Collections.Concurrent;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>
/// The searches of registered models and of their versions. They find models by a part of the name in its index, and versions by their run
/// in another one; otherwise they read the list of models. Then they read the models that are left, each with one query. What they keep of
/// them is the page, and of versions what the order needs.
/// </summary>
internal sealed class ModelSearch(TrackingTable table, ModelReader reader, NameIndex names)
{
    private const string ModelKind = "models";
    private const string VersionKind = "modelVersions";
    private const int MaxNamed = 2000;
    private const int ModelsAtOnce = 16;

    /// <summary>A page of models. There is a token only when another page is not empty.</summary>
    public async Task<(IReadOnlyList<RegisteredModel> Page, string? Next)> ModelsAsync(
        ModelQuery<ModelFilter, ModelOrder> query, CancellationToken cancellationToken)
    {
        var page = new PageWindow<RegisteredModel>(PageTokens.DecodeOffset(ModelKind, query.Token), query.Size);
        var items = await ListAsync(query.Filter.NamePatterns, cancellationToken);
        var candidates = items.Where(item => query.IsVisible(item.ModelId) && query.Filter.CanMatch(item)).Order(query.Order);
        // Prompts and models are told apart by a tag, so that a page needs what is before it.
        foreach (var chunk in candidates.Select(item => item.ModelId).Chunk(ModelsAtOnce))
        {
            var found = (await reader.ModelsAsync(chunk, cancellationToken)).Where(query.Filter.Matches);
            if (!found.All(model => page.Add(model, model.Weight))) break;
        }

        return (page.Items, TokenOf(ModelKind, page.Next));
    }

    /// <summary>A page of versions. There is a token only when another page is not empty.</summary>
    public async Task<(IReadOnlyList<ModelVersion> Page, string? Next)> VersionsAsync(
        ModelQuery<VersionFilter, VersionOrder> query, CancellationToken cancellationToken)
    {
        var page = new PageWindow<FoundVersion>(PageTokens.DecodeOffset(VersionKind, query.Token), query.Size);
        var owners = (await OwnersAsync(query.Filter, cancellationToken)).Where(query.IsVisible);
        var allowance = new Allowance(PageWindow<FoundVersion>.MaxWeight);
        var found = new ConcurrentQueue<FoundVersion>();
        await Many.ForEachAsync(
            owners,
            async (id, token) =>
            {
                var scan = new VersionScan(query.Filter, allowance);
                await foreach (var item in reader.ItemsAsync(id).WithCancellation(token))
                    if (!scan.Add(item)) break;

                foreach (var version in scan.Find()) found.Enqueue(version);
            },
            cancellationToken);
        foreach (var version in found.OrderBy(one => one.Version, query.Order))
            if (!page.Add(version, version.Weight)) break;

        var whole = await WholeAsync(page.Items, query.Filter, cancellationToken);
        // Those that were deleted meanwhile, or do not pass any more, are not before the next page either.
        return (whole, TokenOf(VersionKind, page.Next - (page.Items.Count - whole.Count)));
    }

    private static string? TokenOf(string kind, int? next) => next is { } offset ? PageTokens.EncodeOffset(kind, offset) : null;

    /// <summary>
    /// The versions of a page, read once more if they are not whole; without those that were deleted meanwhile or do not pass any more.
    /// </summary>
    private async Task<IReadOnlyList<ModelVersion>> WholeAsync(
        IReadOnlyList<FoundVersion> page, VersionFilter filter, CancellationToken cancellationToken)
    {
        var versions = await Many.MapAsync(
            page,
            async (found, token) => found.IsWhole
                ? found.Version
                : await reader.VersionAsync(found.Version.Model, found.Version.Item.Version, token) is { } version
                    && filter.CanMatch(version) && filter.MatchesTags(version) ? version : null,
            cancellationToken);
        return [.. versions.OfType<ModelVersion>()];
    }

    /// <summary>The ids of the models whose versions may pass.</summary>
    private async Task<IEnumerable<string>> OwnersAsync(VersionFilter filter, CancellationToken cancellationToken)
    {
        // Versions without a run are not in the index of runs.
        if (filter.RunIds is not { } runIds || runIds.Contains(""))
            return (await ListAsync(filter.NamePatterns, cancellationToken)).Where(filter.CanMatch).Select(item => item.ModelId);

        var ids = new ConcurrentDictionary<string, bool>();
        await Many.ForEachAsync(
            runIds.Distinct().Where(Values.RunIds.IsValid),
            async (runId, token) =>
            {
                var versions = table.ModelVersions.Query(ModelVersionItem.Index.VersionsOfRun(runId));
                await foreach (var version in versions.WithCancellation(token)) ids.TryAdd(version.ModelId, true);
            },
            cancellationToken);
        return ids.Keys;
    }

    private async Task<IReadOnlyList<RegisteredModelItem>> ListAsync(
        IReadOnlyList<NamePattern> patterns, CancellationToken cancellationToken) =>
        await names.FindModelsAsync(patterns, MaxNamed, cancellationToken)
        ?? await table.Models.Query(RegisteredModelItem.Index.Models()).ToListAsync(cancellationToken);
}
