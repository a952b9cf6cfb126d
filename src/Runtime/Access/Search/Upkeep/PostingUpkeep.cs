using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Protocol;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;

namespace DynamoToolkit;

/// <summary>
/// Brings the postings of items up to date in the indexes that a worker keeps. What it writes is what the table holds, and the item's
/// ledger decides which postings count: new postings, then the ledger, on the condition that nobody has written it since, then the removal
/// of old postings. Each write has its own stamp, so nobody removes the postings of another write. It does not matter whether changes come
/// twice, late or in any order, whether two workers have the same item, or where one dies: at worst, surplus postings are left.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
internal sealed class PostingUpkeep<T>(TableHandle table)
    where T : IItem<T>
{
    /// <summary>How often a write that met another one is tried again before the change counts as failed.</summary>
    private const int MaxAttempts = 20;

    private readonly TrigramModel trigrams = T.Model.Trigrams!;

    /// <summary>What an item has in the indexes: two items with the same have the same postings.</summary>
    public static IReadOnlyList<IndexedText> TextsOf(T? item) => IndexedTexts.OfStream(T.Model.Trigrams!, item);

    /// <summary>Brings the postings of one item up to date.</summary>
    /// <param name="owner">The item's key. If there is no such item, its postings are deleted.</param>
    /// <param name="budget">Counts what it uses; null to count nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was written, with the texts that the item has in the indexes now.</returns>
    /// <exception cref="InvalidOperationException">
    /// Others wrote all the time, or the service did not process a batch despite retries.
    /// </exception>
    public async Task<PostingChange<T>> ApplyAsync(ItemKey<T> owner, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(table.Client);
        for (var i = 0; i < MaxAttempts; i++)
        {
            if (await TryApplyAsync(owner, budget, cancellationToken).ConfigureAwait(false) is { } change)
                return change;
            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        throw new InvalidOperationException(
            $"The trigram indexes of the {T.Model.ItemType.Name} {owner} in the table '{table.Name}' could not be written, because others "
            + $"wrote them between each of {MaxAttempts} attempts. Apply the change again.");
    }

    /// <summary>Reads the ledger of an item; null if there is none.</summary>
    public async Task<TrigramLedger<T>?> ReadAsync(ItemKey<T> owner, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var key = TrigramLedger<T>.KeyOf(owner);
        var get = new GetItem<TrigramLedger<T>>(table, TrigramLedger<T>.Model, key.Partition, key.Sort)
        {
            IsConsistent = true,
            IncludesExpired = true,
            Capacity = SweepBudget.DetailFor(budget),
        };
        var found = await get.SendAsync(cancellationToken).ConfigureAwait(false);
        budget?.Add(found.Capacity);
        return found.HasItem ? found.Item : null;
    }

    private async Task<PostingChange<T>?> TryApplyAsync(ItemKey<T> owner, SweepBudget? budget, CancellationToken cancellationToken)
    {
        // The item is read after the ledger. So a write of the ledger that nobody came before is of an item at least as new as the
        // ledger's.
        var ledger = await ReadAsync(owner, budget, cancellationToken).ConfigureAwait(false);
        var get = new GetItem<T>(table, T.Model, owner.Partition, owner.Sort)
        {
            IsConsistent = true,
            IncludesExpired = true,
            Capacity = SweepBudget.DetailFor(budget),
        };
        var found = await get.SendAsync(cancellationToken).ConfigureAwait(false);
        budget?.Add(found.Capacity);

        var change = new PostingChange<T>(
            table, owner, Known(ledger), TextsOf(found.HasItem ? found.Item : default))
        {
            Gone = [.. Unknown(ledger).SelectMany(entry => entry.Postings(owner))],
        };
        if (change.ChangedCount == 0 && change.Gone.Count == 0)
            return change;

        var added = await change.AddAsync(SweepBudget.DetailFor(budget), cancellationToken).ConfigureAwait(false);
        budget?.Add(added);
        if (!await TryWriteAsync(owner, ledger, change, budget, cancellationToken).ConfigureAwait(false))
        {
            // Without a ledger the condition could come true again, and a first attempt whose response was lost arrive only then. Its
            // postings have to be there.
            if (ledger is not null)
                await change.WithdrawAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }

        var removed = await change.RemoveAsync(SweepBudget.DetailFor(budget), cancellationToken).ConfigureAwait(false);
        budget?.Add(removed);
        return change;
    }

    /// <summary>Writes the ledger, or deletes that of an item without postings, if nobody else has written it since it was read.</summary>
    private async Task<bool> TryWriteAsync(
        ItemKey<T> owner, TrigramLedger<T>? before, PostingChange<T> change, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var after = new TrigramLedger<T>
        {
            Owner = owner,
            Version = Guid.NewGuid().ToString("N"),
            Entries = [.. change.After.Select(LedgerEntry.Of).OfType<LedgerEntry>()],
            Expires = change.After.Count > 0 ? change.After[0].Expires : null,
        };
        WriteRequest write = after.Entries.Count > 0
            ? new PlainPut<TrigramLedger<T>>(table, after)
            : new PlainDelete<TrigramLedger<T>>(table, TrigramLedger<T>.KeyOf(owner));
        write.Condition = before is null
            ? new ExistenceCondition(new AttributePath(TrigramLedger<T>.Model.Partition.AttributeName), exists: false)
            : new EqualsKeyCondition(new AttributePath(TrigramLedger<T>.VersionName), KeyValue.Of(before.Version));
        write.Capacity = SweepBudget.DetailFor(budget);
        try
        {
            var response = await write.SendAsync<TrigramLedger<T>>(cancellationToken).ConfigureAwait(false);
            budget?.Add(response.Capacity);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            // An attempt whose response was lost may have been executed, and another write may have come after it. That one keeps what is
            // still right with the stamps of this one, whose postings must stay.
            budget?.AddFailedCondition();
            var now = await ReadAsync(owner, budget, cancellationToken).ConfigureAwait(false);
            return after.Entries.Count == 0
                ? now is null
                : now?.Version == after.Version || StampsOf(after).Except(StampsOf(before)).Intersect(StampsOf(now)).Any();
        }
    }

    private static IEnumerable<string> StampsOf(TrigramLedger<T>? ledger) => ledger?.Entries.Select(static entry => entry.Stamp) ?? [];

    private List<IndexedText> Known(TrigramLedger<T>? ledger) =>
        [.. trigrams.OfStream.Select(index =>
            ledger?.Entries.FirstOrDefault(entry => entry.Index == index.Name)?.ToText(index, ledger.Expires)
            ?? new IndexedText(index, Key: null, Text: null, default, Expires: null))];

    private IEnumerable<LedgerEntry> Unknown(TrigramLedger<T>? ledger) =>
        ledger?.Entries.Where(entry => !trigrams.OfStream.Any(index => index.Name == entry.Index)) ?? [];
}
