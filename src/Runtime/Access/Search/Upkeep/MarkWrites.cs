using System.Globalization;
using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;

namespace DynamoToolkit;

/// <summary>Reads and writes single marks.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
internal sealed class MarkWrites<T>(TableHandle table)
    where T : IItem<T>
{
    private string Now => table.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads a mark consistently; null if there is none.</summary>
    public async Task<UpkeepMark<T>?> ReadAsync(ItemKey<UpkeepMark<T>> key, CancellationToken cancellationToken)
    {
        var found = await UpkeepMark<T>.Get(table, key).SendAsync(cancellationToken).ConfigureAwait(false);
        return found.HasItem ? found.Item : null;
    }

    /// <summary>
    /// Notes who keeps an index, and where it is. If that is not what the mark says, changes may have passed by the index, and nothing that
    /// was noted before counts.
    /// </summary>
    /// <param name="key">The mark's key.</param>
    /// <param name="start">The worker that keeps the index; null to change no mark on which no worker has begun.</param>
    /// <param name="target">Where the index is, if it is not in the table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task KeepAsync(
        ItemKey<UpkeepMark<T>> key, UpkeepStart? start, string target, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mark = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            var isNew = start is { } one && mark?.HasBegun(one.Id) != true;
            if (!isNew && (mark?.Upkeep is null || mark.Target == target))
                return;

            List<(string Name, string Value)> values =
            [
                (UpkeepMark<T>.UpkeepName, NewUpkeep()),
                (UpkeepMark<T>.TargetName, target),
            ];
            if (isNew)
            {
                values.Add((UpkeepMark<T>.ConsumerName, start!.Value.Consumer));
                values.Add((UpkeepMark<T>.BegunName(start.Value.Id), Now));
            }

            if (await TryUpdateAsync(key, Is(mark?.Upkeep), values, cancellationToken).ConfigureAwait(false))
                return;

            // Another worker was faster, or the response to a first attempt was lost.
        }
    }

    /// <summary>Notes that changes have passed by an index: nothing that was noted before counts.</summary>
    public async Task MissAsync(ItemKey<UpkeepMark<T>> key, CancellationToken cancellationToken)
    {
        // Without an upkeep, nothing counts. If it changes meanwhile, that counts for these changes too: another worker has missed some or
        // begun, or the response to a first attempt was lost.
        var mark = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
        if (mark?.Upkeep is { } upkeep)
            await TryNoteAsync(key, upkeep, UpkeepMark<T>.UpkeepName, NewUpkeep(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes sure that there is a mark, because what it stands for may be there.</summary>
    public Task TouchAsync(ItemKey<UpkeepMark<T>> key, CancellationToken cancellationToken) =>
        TryUpdateAsync(key, condition: null, [(UpkeepMark<T>.RepairedName, Now)], cancellationToken);

    /// <summary>Writes a value into a mark, if the upkeep is still the one that it was.</summary>
    /// <returns>Whether it is.</returns>
    public Task<bool> TryNoteAsync(
        ItemKey<UpkeepMark<T>> key, string? upkeep, string name, string value, CancellationToken cancellationToken) =>
        TryUpdateAsync(key, Is(upkeep), [(name, value)], cancellationToken);

    /// <summary>Deletes a mark, if the upkeep is still the one that it was.</summary>
    public async Task TryDeleteAsync(UpkeepMark<T> mark, CancellationToken cancellationToken)
    {
        try
        {
            await new PlainDelete<UpkeepMark<T>>(table, mark.Key) { Condition = Is(mark.Upkeep) }
                .SendAsync<UpkeepMark<T>>(cancellationToken).ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            // A worker keeps the index again.
        }
    }

    private static string NewUpkeep() => Guid.NewGuid().ToString("N");

    private static Condition Is(string? upkeep)
    {
        var path = new AttributePath(UpkeepMark<T>.UpkeepName);
        return upkeep is null ? new ExistenceCondition(path, exists: false) : new EqualsKeyCondition(path, KeyValue.Of(upkeep));
    }

    private async Task<bool> TryUpdateAsync(
        ItemKey<UpkeepMark<T>> key,
        Condition? condition,
        IEnumerable<(string Name, string Value)> values,
        CancellationToken cancellationToken)
    {
        var update = new UpdateItem<UpkeepMark<T>>(table, key) { Condition = condition };
        foreach (var (name, value) in values)
            update.Add(new SetKeyAction(new AttributePath(name), KeyValue.Of(value), key: null));
        try
        {
            await update.SendAsync<UpkeepMark<T>>(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
