using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>
/// Counts anew what a tally counts. Models that are older than the tallies have none, and a deletion that broke off leaves aliases that no
/// reader sees.
/// </summary>
internal sealed class TallyCorrection(TrackingTable table)
{
    /// <summary>Corrects a tally that is missing, or that refuses a step.</summary>
    /// <returns>False if the tally is right, and the step does not fit.</returns>
    /// <exception cref="TrackingException">The model does not exist.</exception>
    public async Task<bool> CorrectAsync(Tally tally, TallyStep step, CancellationToken cancellationToken)
    {
        // Before the items: whoever changes them in between changes it as well.
        var key = TallyItem.Key(tally.Model.ModelId, tally.Of);
        var old = await table.Tallies.GetAsync(key, consistentRead: true, cancellationToken);
        var sizes = await SizesAsync(tally, cancellationToken);
        var (count, bytes) = (sizes.Count, sizes.Sum());
        if (old is not null && old.Count == count && old.Bytes == bytes) return tally.Fits(count, bytes, step);

        var put = table.Tallies.Put(new TallyItem
        {
            ModelId = tally.Model.ModelId,
            Of = tally.Of,
            Count = count,
            Bytes = bytes,
            Changes = (old?.Changes ?? 0) + 1,
        });
        if (old is null) put.If(t => t.Count.NotExists());
        else if (old.Changes is { } changes) put.If(t => t.Changes == changes);
        else put.If(t => t.Count == old.Count & t.Bytes == old.Bytes & t.Changes.NotExists());
        var model = table.Models.Check(RegisteredModelItem.Key(tally.Model.ModelId)).If(m => m.Name.Exists());
        var version = tally.TagsOf is { } number
            ? table.ModelVersions.Check(ModelVersionItem.Key(tally.Model.ModelId, number)).If(v => v.Source.Exists())
            : null;
        try
        {
            await table.Client.TransactWriteAsync(
                [put, model, .. version is null ? [] : (IWriteOperation[])[version]], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(model))
        {
            throw new TrackingException(new ModelMissing(tally.Model.Name));
        }
        catch (TransactWriteCanceledException e) when (version is not null && e.ConditionFailed(version))
        {
            throw ModelVersionStore.Missing(tally.Model.Name, tally.TagsOf!.Value);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(put))
        {
            // Somebody else counted meanwhile.
        }

        return true;
    }

    /// <summary>The bytes of each tag or alias that the tally counts.</summary>
    private async Task<IReadOnlyList<long>> SizesAsync(Tally tally, CancellationToken cancellationToken)
    {
        var id = tally.Model.ModelId;
        if (tally.Of == TallyItem.Aliases) return await AliasSizesAsync(id, cancellationToken);
        if (tally.TagsOf is { } version)
        {
            var ofVersion = table.ModelVersionTags.Query(
                ModelVersionTagItem.Partition(id), ModelVersionTagItem.SortKey.StartsWith(version)).ConsistentRead();
            return (await ofVersion.ToListAsync(cancellationToken)).ConvertAll(tag => NamedValue.BytesOf(tag.Name, tag.Value));
        }

        var tags = await table.ModelTags.Query(ModelTagItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        return tags.ConvertAll(tag => NamedValue.BytesOf(tag.Name, tag.Value));
    }

    /// <summary>The bytes of each alias. Those without a version are deleted: the version's number is not given again.</summary>
    private async Task<IReadOnlyList<long>> AliasSizesAsync(string id, CancellationToken cancellationToken)
    {
        var aliases = await table.ModelAliases.Query(ModelAliasItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        var numbers = aliases.Select(alias => alias.Version).Distinct();
        var found = await table.ModelVersions.BatchGetAsync(
            numbers.Select(number => ModelVersionItem.Key(id, number)), new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        found.ThrowIfIncomplete();
        var live = found.Items.Select(version => version.Version).ToHashSet();
        foreach (var alias in aliases.Where(alias => !live.Contains(alias.Version)))
        {
            try
            {
                await table.ModelAliases.Delete(alias).If(a => a.Version == alias.Version).ExecuteAsync(cancellationToken);
            }
            catch (ConditionalCheckFailedException)
            {
                // It was deleted, or names another version now. Both were counted.
            }
        }

        return [.. aliases.Where(alias => live.Contains(alias.Version)).Select(alias => (long)Encoding.UTF8.GetByteCount(alias.Alias))];
    }
}
