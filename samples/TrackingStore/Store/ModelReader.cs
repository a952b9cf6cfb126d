using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>Reads registered models and their versions, and of each only what clients see of it.</summary>
internal sealed class ModelReader(TrackingTable table)
{
    /// <summary>A model with its latest versions; null if there is none with the id.</summary>
    public async Task<RegisteredModel?> ModelAsync(string id, CancellationToken cancellationToken)
    {
        var parts = new ModelParts();
        await foreach (var item in ItemsAsync(id).WithCancellation(cancellationToken))
            if (!parts.Add(item)) break;

        foreach (var version in parts.Unfinished.ToList()) parts.SetTags(version, await TagsAsync(id, version, cancellationToken));
        return parts.ToModel();
    }

    /// <summary>Models in the order of their ids, several at a time; without those that were deleted meanwhile.</summary>
    public async Task<IEnumerable<RegisteredModel>> ModelsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var loaded = await Many.MapAsync(ids, async (id, token) => await ModelAsync(id, token), cancellationToken);
        return loaded.OfType<RegisteredModel>();
    }

    /// <summary>A version's own item; null if the model has none with the number.</summary>
    public ValueTask<ModelVersionItem?> VersionItemAsync(string id, long version, CancellationToken cancellationToken) =>
        table.ModelVersions.GetAsync(ModelVersionItem.Key(id, version), consistentRead: true, cancellationToken);

    /// <summary>A version of a model; null if the model has none with the number.</summary>
    public async Task<ModelVersion?> VersionAsync(RegisteredModelItem model, long version, CancellationToken cancellationToken)
    {
        var tags = TagsAsync(model.ModelId, version, cancellationToken);
        var aliases = AliasesAsync(model.ModelId, version, cancellationToken);
        var item = await VersionItemAsync(model.ModelId, version, cancellationToken);
        var (foundTags, foundAliases) = (await tags, await aliases);
        return item is null ? null : new ModelVersion(model, item, foundTags, foundAliases);
    }

    /// <summary>The newest version of a model; null if it has none.</summary>
    public Task<ModelVersionItem?> NewestAsync(string id, CancellationToken cancellationToken) =>
        table.ModelVersions.Query(ModelVersionItem.Partition(id)).ConsistentRead().Descending().FirstOrDefaultAsync(cancellationToken);

    /// <summary>The aliases that name a version.</summary>
    public async Task<IReadOnlyList<string>> AliasesAsync(string id, long version, CancellationToken cancellationToken)
    {
        var aliases = table.ModelAliases.Query(ModelAliasItem.Partition(id)).Where(alias => alias.Version == version).ConsistentRead();
        return (await aliases.ToListAsync(cancellationToken)).ConvertAll(alias => alias.Alias);
    }

    /// <summary>All items of a model, in the order of their keys.</summary>
    public MixedSequence<IModelData> ItemsAsync(string id) =>
        table.Models.Query(RegisteredModelItem.Partition(id)).ConsistentRead().As(TrackingTable.ModelData);

    private async Task<List<NamedValue>> TagsAsync(string id, long version, CancellationToken cancellationToken)
    {
        var tags = table.ModelVersionTags.Query(ModelVersionTagItem.Partition(id), ModelVersionTagItem.SortKey.StartsWith(version));
        return (await tags.ConsistentRead().ToListAsync(cancellationToken)).ConvertAll(tag => new NamedValue(tag.Name, tag.Value));
    }
}
