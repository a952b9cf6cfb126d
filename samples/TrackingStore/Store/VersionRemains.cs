using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// What is left of a version of a registered model when its own item is deleted: its aliases, its tags and their tally. The version cannot
/// get another one of them, and readers ignore these.
/// </summary>
internal sealed class VersionRemains(TrackingTable table, ModelReader reader, TalliedWrites writes)
{
    /// <summary>Deletes them.</summary>
    public async Task RemoveAsync(RegisteredModelItem model, long version, CancellationToken cancellationToken)
    {
        var id = model.ModelId;
        foreach (var alias in await reader.AliasesAsync(id, version, cancellationToken))
            await writes.DeleteAliasAsync(model, alias, version, cancellationToken);

        var tags = await table.ModelVersionTags
            .Query(ModelVersionTagItem.Partition(id), ModelVersionTagItem.SortKey.StartsWith(version)).ConsistentRead()
            .ToListAsync(cancellationToken);
        await table.Client.BatchAsync(
            [.. tags.Select(table.ModelVersionTags.Delete), table.Tallies.Delete(TallyItem.Key(id, TallyItem.TagsOf(version)))],
            cancellationToken);
    }
}
