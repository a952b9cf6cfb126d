using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Writes parts of models, each in one transaction with the tally of its kind. So there are never more than the tally allows, however many
/// writers there are. A tally that is missing or that refuses is counted anew.
/// </summary>
internal sealed class TallyWriter(TrackingTable table)
{
    private const int MaxTries = 50;

    private readonly TallyCorrection correction = new(table);

    /// <summary>Reads what is there and writes what is planned, again if somebody else has written it meanwhile.</summary>
    /// <param name="tally">What counts the parts.</param>
    /// <param name="readAsync">Reads them.</param>
    /// <param name="plan">What to write over what was read; null if nothing is left to do.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="TrackingException">There is no room, or what has to exist does not.</exception>
    public async Task WriteAsync<T>(
        Tally tally, Func<ValueTask<T>> readAsync, Func<T, TallyStep?> plan, CancellationToken cancellationToken)
    {
        for (var tries = 1; plan(await readAsync()) is { } step; tries++)
        {
            var count = step is { Count: 0, Bytes: 0 } ? null : Counting(tally, step);
            try
            {
                await table.Client.TransactWriteAsync(
                    [
                        .. step.Writes,
                        .. tally.NeededByParts.Select(owner => owner.Check),
                        .. count is null ? [] : (IWriteOperation[])[count],
                    ],
                    cancellationToken);
                return;
            }
            catch (TransactWriteCanceledException e) when (TallyOwner.FindMissing(tally.NeededByParts, e) is { } missing)
            {
                throw new TrackingException(missing);
            }
            catch (TransactWriteCanceledException e) when (step.Writes.Any(e.ConditionFailed) && tries < MaxTries)
            {
                // Somebody else wrote one of them since they were read.
                await Task.Delay(Random.Shared.Next(Math.Min(5 * tries, 100)), cancellationToken);
            }
            catch (TransactWriteCanceledException e) when (count is not null && e.ConditionFailed(count))
            {
                if (tries == MaxTries || !await correction.CorrectAsync(tally, step, cancellationToken))
                    throw new TrackingException(tally.Full);
            }
        }
    }

    // A tally that is missing, or less than what is deleted, was not counted from the beginning.
    private Update<TallyItem> Counting(Tally tally, TallyStep step)
    {
        var update = table.Tallies.Update(TallyItem.Key(tally.ModelId, tally.Of))
            .Add(t => t.Count, step.Count)
            .Add(t => t.Bytes, step.Bytes)
            .Add(t => t.Changes, 1)
            .If(t => t.Count >= Math.Max(0, -step.Count) & t.Bytes >= Math.Max(0, -step.Bytes));
        if (step.Count > 0) update.If(t => t.Count <= tally.Max - step.Count);
        if (step.Bytes > 0 && tally.MaxBytes is { } max) update.If(t => t.Bytes <= max - step.Bytes);

        return update;
    }
}
