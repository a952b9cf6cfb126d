using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>
/// The searches of registered models and of their versions. They find models by a part of the name in its index, and versions by their run
/// in another one; otherwise they read the list of models. Then they read the models that are left, each with one query.
/// </summary>
internal sealed class ModelSearch(TrackingTable table, ModelStore models, NameIndex names)
{
    private const string ModelKind = "models";
    private const string VersionKind = "modelVersions";
    private const int MaxNamed = 2000;

    /// <summary>A page of models. There is a token only when another page is not empty.</summary>
    public async Task<(IReadOnlyList<RegisteredModel> Page, string? Next)> ModelsAsync(
        ModelQuery<ModelFilter, ModelOrder> query, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(ModelKind, query.Token);
        var items = await ListAsync(query.Filter.NamePatterns, cancellationToken);
        var candidates = items.Where(item => query.IsVisible(item.ModelId) && query.Filter.CanMatch(item)).Order(query.Order);
        // Prompts and models are told apart by a tag, so that a page needs what is before it.
        var found = new List<RegisteredModel>();
        foreach (var chunk in candidates.Chunk(query.Size + 1))
        {
            found.AddRange((await LoadAsync(chunk.Select(item => item.ModelId), cancellationToken)).Where(query.Filter.Matches));
            if (found.Count > offset + query.Size) break;
        }

        return PageOf(found, offset, query.Size, ModelKind);
    }

    /// <summary>A page of versions. There is a token only when another page is not empty.</summary>
    public async Task<(IReadOnlyList<ModelVersion> Page, string? Next)> VersionsAsync(
        ModelQuery<VersionFilter, VersionOrder> query, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(VersionKind, query.Token);
        var loaded = await LoadAsync((await OwnersAsync(query.Filter, cancellationToken)).Where(query.IsVisible), cancellationToken);
        var found = loaded.SelectMany(model => model.Versions).Where(query.Filter.Matches).Order(query.Order).ToList();
        return PageOf(found, offset, query.Size, VersionKind);
    }

    private static (IReadOnlyList<T> Page, string? Next) PageOf<T>(List<T> found, int offset, int size, string kind)
    {
        var page = found.Skip(offset).Take(size).ToList();
        return (page, offset + page.Count < found.Count ? PageTokens.EncodeOffset(kind, offset + page.Count) : null);
    }

    /// <summary>The ids of the models whose versions may pass.</summary>
    private async Task<IEnumerable<string>> OwnersAsync(VersionFilter filter, CancellationToken cancellationToken)
    {
        // Versions without a run are not in the index of runs.
        if (filter.RunIds is not { } runIds || runIds.Contains(""))
            return (await ListAsync(filter.NamePatterns, cancellationToken)).Where(filter.CanMatch).Select(item => item.ModelId);

        var ids = new HashSet<string>();
        foreach (var runId in runIds.Distinct().Where(Values.RunIds.IsValid))
        {
            await foreach (var version in table.ModelVersions.Query(ModelVersionItem.Index.VersionsOfRun(runId))
                .WithCancellation(cancellationToken))
            {
                ids.Add(version.ModelId);
            }
        }

        return ids;
    }

    private async Task<IReadOnlyList<RegisteredModelItem>> ListAsync(
        IReadOnlyList<NamePattern> patterns, CancellationToken cancellationToken) =>
        await names.FindModelsAsync(patterns, MaxNamed, cancellationToken)
        ?? await table.Models.Query(RegisteredModelItem.Index.Models()).ToListAsync(cancellationToken);

    /// <summary>Reads models, several at a time, in the order of the ids; without those that were deleted meanwhile.</summary>
    private async Task<IEnumerable<RegisteredModel>> LoadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var all = ids.ToList();
        var loaded = new RegisteredModel?[all.Count];
        await Many.ForEachAsync(
            Enumerable.Range(0, all.Count), async (i, token) => loaded[i] = await models.LoadAsync(all[i], token), cancellationToken);
        return loaded.OfType<RegisteredModel>();
    }
}
