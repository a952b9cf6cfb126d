using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;

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
        // Before the parts: whoever changes them in between changes it as well.
        var key = TallyItem.Key(tally.ModelId, tally.Of);
        var old = await table.Tallies.GetAsync(key, consistentRead: true, cancellationToken);
        var sizes = await tally.SizesAsync(cancellationToken);
        var (count, bytes) = (sizes.Count, sizes.Sum());
        if (old is not null && old.Count == count && old.Bytes == bytes) return tally.Fits(count, bytes, step);

        var put = table.Tallies.Put(new TallyItem
        {
            ModelId = tally.ModelId,
            Of = tally.Of,
            Count = count,
            Bytes = bytes,
            Changes = (old?.Changes ?? 0) + 1,
        });
        if (old is null) put.If(t => t.Count.NotExists());
        else if (old.Changes is { } changes) put.If(t => t.Changes == changes);
        else put.If(t => t.Count == old.Count & t.Bytes == old.Bytes & t.Changes.NotExists());
        try
        {
            await table.Client.TransactWriteAsync([put, .. tally.Owners.Select(owner => owner.Check)], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (TallyOwner.FindMissing(tally.Owners, e) is { } missing)
        {
            throw new TrackingException(missing);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(put))
        {
            // Somebody else counted meanwhile.
        }

        return true;
    }
}
