using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// The repair of a type's trigram indexes: first it indexes the texts of items that are not in an index, then it deletes postings of texts
/// that their owners do not have, and what a worker keeps of items that are gone. Writers and workers may work meanwhile: an item is
/// stamped only if it is as it was read, and a posting is deleted only when it is so old that no write can be about to need it.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
/// <param name="options">Where to begin, and how much capacity to use.</param>
/// <param name="minAge">How old a posting is at least that is deleted.</param>
internal sealed class TrigramRepair<T>(DynamoTable<T> table, SweepOptions options, TimeSpan minAge)
    where T : IItem<T>
{
    private const string What = "repair of trigram indexes";

    // In the text to continue from, where the repair is of an index that a worker keeps.
    private const char RunSeparator = '~';

    private readonly TrigramModel trigrams = T.Model.Trigrams!;
    private readonly PostingUpkeep<T> upkeep = new(table.Handle);
    private readonly UpkeepMarks<T> marks = new(table.Handle);
    private TrigramRepairResult result = new();

    /// <summary>Works until the end, or until the capacity is used.</summary>
    /// <exception cref="ArgumentException">The text to continue from is not that of a repair.</exception>
    public Task<TrigramRepairResult> RunAsync(CancellationToken cancellationToken) =>
        SweepLoop.RunAsync(
            options,
            table.Client.Context.Time,
            async (from, budget) =>
            {
                var (run, at) = await BeginAsync(from, cancellationToken).ConfigureAwait(false);
                var phases = new SweepPhases(
                    What,
                    ("items", at => IndexItemsAsync(at, budget, cancellationToken)),
                    ("postings", at => CheckPostingsAsync(at, budget, cancellationToken)),
                    ("ledgers", at => CheckLedgersAsync(at, budget, cancellationToken)));
                var next = await phases.PageAsync(at).ConfigureAwait(false);
                if (next is null && run is not null)
                    await marks.EndAsync(run, options, cancellationToken).ConfigureAwait(false);
                return result = result with { Next = next is null || run is null ? next : run + RunSeparator + next };
            },
            cancellationToken);

    /// <summary>Notes that the repair begins, if a search has to know, and finds out where it goes on.</summary>
    private async Task<(string? Run, string? At)> BeginAsync(string? from, CancellationToken cancellationToken)
    {
        if (trigrams.OfStream.Count == 0)
            return (null, from);
        if (from is null)
            return (await marks.BeginAsync(cancellationToken).ConfigureAwait(false), null);
        return from.Split(RunSeparator, 2) is [var run, var at]
            ? (run, at)
            : throw new ArgumentException($"'{from}' is not where a {What} ended. Pass its Next.");
    }

    private async Task<PageToken?> IndexItemsAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        var scan = table.Scan().PageSize(options.PageSize).Segment(options.Segment, options.Segments).ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        foreach (var item in page.Items)
        {
            result = result with { Scanned = result.Scanned + 1 };
            var texts = IndexedTexts.Of(trigrams, item!);
            var indexed = texts.All.Where(static text => text is { Key: not null, Text: not null }).ToLookup(
                static text => text.Stamp.IsOf(TextFold.Version));
            if (indexed[false].Any())
                await IndexAsync(item, texts, [.. indexed[false]], budget, cancellationToken).ConfigureAwait(false);
            foreach (var text in indexed[true])
                await CompleteAsync(text, T.KeyOf(item), budget, cancellationToken).ConfigureAwait(false);
            if (trigrams.OfStream.Count > 0)
                await UpdateAsync(T.KeyOf(item), budget, cancellationToken).ConfigureAwait(false);
        }

        return page.Next;
    }

    /// <summary>Indexes texts that have no postings, or those of another fold: as a change of the item does.</summary>
    private async Task IndexAsync(
        T item, IndexedTexts known, List<IndexedText> texts, SweepBudget budget, CancellationToken cancellationToken)
    {
        var owner = T.KeyOf(item);
        var change = new PostingChange<T>(table.Handle, owner, texts, texts);
        budget.Add(await change.AddAsync(CapacityDetail.Total, cancellationToken).ConfigureAwait(false));
        var exists = new ExistenceCondition(new AttributePath(T.Model.Partition.AttributeName), exists: true);
        var write = new StampWrite<T>(table.Handle, owner, change.NewStamps)
        {
            Condition = trigrams.Compared.Aggregate(
                exists & known.AreStored(), (all, member) => all & StoredValue.Is(member, member.ValueOf(item!))),
            Capacity = CapacityDetail.Total,
        };
        try
        {
            budget.Add((await write.SendAsync<T>(cancellationToken).ConfigureAwait(false)).Capacity);
        }
        catch (ConditionalCheckFailedException failed) when (!change.IsIn(failed.Item))
        {
            budget.AddFailedCondition();
            await change.WithdrawAsync(cancellationToken).ConfigureAwait(false);
            result = result with { Skipped = result.Skipped + 1 };
            return;
        }

        budget.Add(await change.RemoveAsync(CapacityDetail.Total, cancellationToken).ConfigureAwait(false));
        result = result with { Indexed = result.Indexed + texts.Count, Added = result.Added + change.AddedCount };
    }

    /// <summary>Brings an item up to date in the indexes that a worker keeps, as the worker does after a change of it.</summary>
    private async Task UpdateAsync(ItemKey<T> owner, SweepBudget budget, CancellationToken cancellationToken)
    {
        var change = await upkeep.ApplyAsync(owner, budget, cancellationToken).ConfigureAwait(false);
        result = result with { Indexed = result.Indexed + change.ChangedCount, Added = result.Added + change.AddedCount };
        if (change.ChangedCount > 0)
            return;
        foreach (var text in change.After.Where(static text => text.IsIndexed))
            await CompleteAsync(text, owner, budget, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the postings of a text that are missing, or expire at another time than the item.</summary>
    private async Task CompleteAsync(IndexedText text, ItemKey<T> owner, SweepBudget budget, CancellationToken cancellationToken)
    {
        var wanted = text.Postings(owner).ToDictionary(KeyOf);
        var read = new KeyBatch<Posting<T>, Posting<T>>(
            table.Handle, wanted.Keys, new BatchGetOptions { ReturnConsumedCapacity = CapacityDetail.Total }, projection: []);
        await read.RunAsync(cancellationToken).ConfigureAwait(false);
        OperationGuard.ThrowIfIncomplete(read.Unprocessed.Count);
        foreach (var used in read.Capacity)
            budget.Add(used);
        foreach (var found in read.Items.Where(found => found.Expires == text.Expires))
            wanted.Remove(KeyOf(found));
        if (wanted.Count == 0)
            return;

        // If a writer changes the text at the same time, these become postings too many.
        var batch = new PostingBatch(table.Handle, CapacityDetail.Total);
        foreach (var posting in wanted.Values)
            batch.Add(new PlainPut<Posting<T>>(table.Handle, posting));
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        budget.Add(batch.Capacity);
        OperationGuard.ThrowIfIncomplete(batch.Left);
        result = result with { Indexed = result.Indexed + 1, Added = result.Added + wanted.Count };
    }

    private async Task<PageToken?> CheckPostingsAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        var scan = new Scan<Posting<T>>(table.Handle).PageSize(options.PageSize).Segment(options.Segment, options.Segments)
            .IncludeExpired().ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        var newest = table.Client.Context.Time.GetUtcNow() - minAge;
        var surplus = new List<Posting<T>>();
        foreach (var ofOwner in page.Items.GroupBy(static posting => posting.Owner))
        {
            // Other indexes may have postings in the table, and a stamp that is not a writer's is that of a worker.
            var postings = ofOwner
                .Select(posting => (Posting: posting, Index: IndexOf(posting), Stamp: PostingSort.StampOf(posting.Sort)))
                .Where(one => one.Index is not null && TrigramStamp.TimeOf(one.Stamp) < newest)
                .ToList();
            if (postings.Count == 0)
                continue;
            var stamps = await StampsAsync(ofOwner.Key, [.. postings.Select(static one => one.Index!)], budget, cancellationToken)
                .ConfigureAwait(false);
            surplus.AddRange(postings.Where(one => stamps.GetValueOrDefault(one.Index!) != one.Stamp).Select(static one => one.Posting));
        }

        if (surplus.Count > 0)
            await DeleteAsync(surplus, budget, cancellationToken).ConfigureAwait(false);
        return page.Next;
    }

    /// <summary>The stamps of the postings that an item needs.</summary>
    private async Task<Dictionary<TrigramIndex, string?>> StampsAsync(
        ItemKey<T> owner, HashSet<TrigramIndex> indexes, SweepBudget budget, CancellationToken cancellationToken)
    {
        Dictionary<TrigramIndex, string?> stamps = [];
        var ofWriters = indexes.Where(static index => index.Upkeep is TrigramUpkeep.Writer).ToList();
        if (ofWriters.Count > 0)
        {
            var item = await PostingOwner<T>.Get(table.Handle, owner).SendAsync(cancellationToken).ConfigureAwait(false);
            budget.Add(item.Capacity);
            ofWriters.ForEach(index => stamps[index] = item.Item?.StampIn(index));
        }

        if (ofWriters.Count < indexes.Count)
        {
            var ledger = await upkeep.ReadAsync(owner, budget, cancellationToken).ConfigureAwait(false);
            foreach (var index in indexes.Except(ofWriters))
                stamps[index] = ledger?.Entries.FirstOrDefault(entry => entry.Index == index.Name)?.Stamp;
        }

        return stamps;
    }

    /// <summary>
    /// Deletes the ledgers and postings of items that are gone, and what ledgers have of indexes that writers keep now.
    /// </summary>
    private async Task<PageToken?> CheckLedgersAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        var former = await marks.FindFormerAsync(cancellationToken).ConfigureAwait(false);
        if (trigrams.OfStream.Count == 0 && former.Count == 0)
            return null;
        var scan = new Scan<TrigramLedger<T>>(table.Handle).PageSize(options.PageSize).Segment(options.Segment, options.Segments)
            .IncludeExpired().ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        foreach (var ledger in page.Items)
            await upkeep.ApplyAsync(ledger.Owner, budget, cancellationToken).ConfigureAwait(false);
        if (page.Next is null)
        {
            foreach (var mark in former)
                await marks.CleanAsync(mark, options, cancellationToken).ConfigureAwait(false);
        }

        return page.Next;
    }

    private async Task DeleteAsync(List<Posting<T>> surplus, SweepBudget budget, CancellationToken cancellationToken)
    {
        var batch = new PostingBatch(table.Handle, CapacityDetail.Total);
        foreach (var posting in surplus)
            batch.Add(new PlainDelete<Posting<T>>(table.Handle, Posting<T>.KeyOf(posting)));
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        budget.Add(batch.Capacity);
        OperationGuard.ThrowIfIncomplete(batch.Left);
        result = result with { Removed = result.Removed + surplus.Count };
    }

    private TrigramIndex? IndexOf(Posting<T> posting) =>
        trigrams.Indexes.FirstOrDefault(index => posting.Key.StartsWith(index.KeyStart, StringComparison.Ordinal));

    private static ItemKey<Posting<T>> KeyOf(Posting<T> posting) => Posting<T>.KeyOf(posting);
}
