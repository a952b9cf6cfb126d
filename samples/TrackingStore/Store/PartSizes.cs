using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>How long the parts of models are, in bytes of UTF-8, as their tallies count them.</summary>
internal sealed class PartSizes(TrackingTable table)
{
    /// <summary>The tags of a registered model.</summary>
    public async Task<IReadOnlyList<long>> TagsAsync(string id, CancellationToken cancellationToken)
    {
        var tags = await table.ModelTags.Query(ModelTagItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        return tags.ConvertAll(tag => NamedValue.BytesOf(tag.Name, tag.Value));
    }

    /// <summary>The tags of a version.</summary>
    public async Task<IReadOnlyList<long>> TagsAsync(string id, long version, CancellationToken cancellationToken)
    {
        var tags = table.ModelVersionTags.Query(ModelVersionTagItem.Partition(id), ModelVersionTagItem.SortKey.StartsWith(version));
        return (await tags.ConsistentRead().ToListAsync(cancellationToken)).ConvertAll(tag => NamedValue.BytesOf(tag.Name, tag.Value));
    }

    /// <summary>
    /// The aliases of a registered model. Those without a version are deleted: the version's number is not given again.
    /// </summary>
    public async Task<IReadOnlyList<long>> AliasesAsync(string id, CancellationToken cancellationToken)
    {
        var aliases = await table.ModelAliases.Query(ModelAliasItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        var numbers = aliases.Select(alias => alias.Version).Distinct();
        var found = await table.ModelVersions.BatchGetAsync(
            numbers.Select(number => ModelVersionItem.Key(id, number)), new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        found.ThrowIfIncomplete();
        var live = found.Items.Select(version => version.Version).ToHashSet();
        var sizes = new List<long>();
        foreach (var alias in aliases)
        {
            if (live.Contains(alias.Version) || !await TryDeleteAsync(alias, cancellationToken))
                sizes.Add(Encoding.UTF8.GetByteCount(alias.Alias));
        }

        return sizes;
    }

    /// <summary>Deletes an alias that names a version which does not exist.</summary>
    /// <returns>False if it names another version now, which no tally counts: there are as many aliases as before.</returns>
    private async ValueTask<bool> TryDeleteAsync(ModelAliasItem alias, CancellationToken cancellationToken)
    {
        try
        {
            await table.ModelAliases.Delete(alias).If(a => a.Version == alias.Version).ReturnItemOnFailure()
                .ExecuteAsync(cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException e)
        {
            // If it was deleted, the tally was changed with it, and is read again.
            return e.Item is not { Count: > 0 };
        }
    }

    /// <summary>The tags of a logged model. The list of its versions, which the server keeps in a tag, has a limit of its own.</summary>
    public async Task<IReadOnlyList<long>> LoggedModelTagsAsync(string id, CancellationToken cancellationToken)
    {
        var tags = await table.LoggedModelTags.Query(LoggedModelTagItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        return [.. tags.Where(tag => tag.Name != Registrations.Tag).Select(tag => NamedValue.BytesOf(tag.Name, tag.Value))];
    }

    /// <summary>The parameters of a logged model.</summary>
    public async Task<IReadOnlyList<long>> ParamsAsync(string id, CancellationToken cancellationToken)
    {
        var all = await table.LoggedModelParams.Query(LoggedModelParamItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        return all.ConvertAll(parameter => NamedValue.BytesOf(parameter.Name, parameter.Value));
    }

    /// <summary>The metrics of a logged model.</summary>
    public async Task<IReadOnlyList<long>> MetricsAsync(string id, CancellationToken cancellationToken)
    {
        var all = await table.LoggedModelMetrics.Query(LoggedModelMetricItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        return all.ConvertAll(metric => metric.Bytes);
    }
}
