using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Walks through the results of a search: it reads a list of postings, and loads and checks their owners. The owners' keys are in the order
/// of the list, so a place in the list is a place in the results, and nothing else has to be remembered.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class SearchWalk<T> : IDisposable
    where T : IItem<T>
{
    private const int MinLimit = 25;
    private const int MaxLimit = 5000;
    private const int Growth = 4;

    private readonly DynamoTable<T> table;
    private readonly SearchPlan plan;
    private PostingRead<T>? read;

    // The list beside that of the place, with which the walk keeps in step where it finds nothing.
    private Gram? second;
    private int index;
    private int lastLimit;

    // The sort key of the posting whose owner was loaded last. Others of this owner may follow.
    private string? taken;
    private bool hasPlace;
    private long scannedBefore;
    private ConsumedCapacity? capacityBefore;

    /// <param name="table">The table.</param>
    /// <param name="plan">The search.</param>
    /// <param name="place">Where to begin; null for the beginning.</param>
    public SearchWalk(DynamoTable<T> table, SearchPlan plan, SearchPlace? place = null)
    {
        this.table = table;
        this.plan = plan;
        (hasPlace, Place) = (place is not null, place ?? default);
        if (hasPlace && !Place.List.IsPair && plan.Lists.FirstOrDefault(list => list != Place.List) is { Tail.Length: > 0 } other)
            second = other;
    }

    /// <summary>Where the walk is, as soon as it has begun.</summary>
    public SearchPlace Place { get; private set; }

    /// <summary>Whether there are no more results.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How many postings were read before the filter.</summary>
    public long ScannedCount => scannedBefore + (read?.ScannedCount ?? 0);

    /// <summary>The capacity used for postings and items, if the plan asks for it.</summary>
    public ConsumedCapacity? Capacity => ConsumedCapacity.Sum(capacityBefore, read?.Capacity);

    /// <summary>Reads on: usually one request for postings, and one for their owners.</summary>
    /// <param name="wanted">How many more results are wanted, if that is limited.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The next results, in their order; it may be none, although more follow.</returns>
    public async Task<IReadOnlyList<T>> ReadAsync(int? wanted, CancellationToken cancellationToken)
    {
        await new UpkeepMarks<T>(table.Handle).RequireAsync(plan.Index, cancellationToken).ConfigureAwait(false);
        if (!hasPlace)
            await BeginAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (read is { Postings.Count: 0, IsAtEnd: false, LastSort: { } last } && second is { } other && !Place.IsLong)
            await SkipAsync(other, last, cancellationToken).ConfigureAwait(false);
        if (IsAtEnd)
            return [];

        read ??= new PostingRead<T>(plan, Place);
        if (index == read.Postings.Count && !read.IsAtEnd)
        {
            lastLimit = NextLimit(wanted);
            await read.ReadAsync(lastLimit, cancellationToken).ConfigureAwait(false);
            index = 0;
        }

        var candidates = Take(Math.Min(wanted ?? BatchGetItem.MaxKeys, BatchGetItem.MaxKeys));
        var at = Place;
        Advance();
        return candidates.Count == 0 ? [] : await LoadAsync(candidates, at, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => read?.Dispose();

    private async Task BeginAsync(int? wanted, CancellationToken cancellationToken)
    {
        (read, second) = await SearchProbe<T>.ChooseAsync(plan, FirstLimit(wanted), Count, cancellationToken).ConfigureAwait(false);
        if (plan.Lists[0].IsPair)
            second = null;
        Place = read.Place;
        lastLimit = FirstLimit(wanted);
        hasPlace = true;
    }

    /// <summary>
    /// Walks in step: where the list has had no results, the second list may have no owners for a while, or none any more. A result is in
    /// both, so the walk goes on where the second list does. It costs half a unit, and the next request reads more than the one before.
    /// </summary>
    private async Task SkipAsync(Gram other, string last, CancellationToken cancellationToken)
    {
        var at = PostingSort.At(other.Tail, PostingSort.OwnerTextOf(last));
        using var ahead = new PostingRead<T>(plan, new SearchPlace(IsLong: false, other, at));
        await ahead.ReadAsync(limit: 1, cancellationToken).ConfigureAwait(false);
        Count(ahead);
        if (ahead is { IsAtEnd: true, ScannedCount: 0 })
        {
            EndList();
            return;
        }

        // The only posting that is left may be one that the filter leaves out.
        if (ahead.LastSort is not { } next)
            return;
        var from = PostingSort.At(Place.List.Tail, PostingSort.OwnerTextOf(next));
        if (!KeyValue.Of(from).IsGreaterThan(KeyValue.Of(last)))
            return;
        EndRead();
        Place = Place with { From = from };
    }

    /// <summary>Takes the next postings whose owners may be results, each owner once.</summary>
    private List<Posting<T>> Take(int most)
    {
        var candidates = new List<Posting<T>>();
        for (; index < read!.Postings.Count && candidates.Count < most; index++)
        {
            var posting = read.Postings[index];
            if ((taken is not null && PostingSort.HaveOneOwner(taken, posting.Sort)) || !MayCount(posting))
                continue;
            taken = posting.Sort;
            candidates.Add(posting);
        }

        return candidates;
    }

    private bool MayCount(Posting<T> posting) =>
        T.Model.Matches(posting.Owner.Partition, posting.Owner.Sort)
        && plan.MayMatch(posting)
        && (!Place.IsPair
            || PostingText.FirstTail(posting.Folded ?? "", Place.List.Head) == PostingSort.TailOf(posting.Sort));

    /// <summary>Moves the place behind what was taken, and to the next list behind the end of one.</summary>
    private void Advance()
    {
        var last = index < read!.Postings.Count ? (index == 0 ? null : read.Postings[index - 1].Sort) : read.LastSort;
        if (last is not null)
        {
            var from = taken is not null && PostingSort.HaveOneOwner(taken, last) ? PostingSort.BehindOwner(last) : TextBounds.Above(last);
            Place = Place with { From = from };
            return;
        }

        if (index == read.Postings.Count)
            EndList();
    }

    private void EndList()
    {
        EndRead();
        (taken, lastLimit) = (null, 0);
        IsAtEnd = Place.IsLong;
        Place = Place with { IsLong = true, From = null };
    }

    private void EndRead()
    {
        Count(read!);
        read!.Dispose();
        (read, index) = (null, 0);
    }

    /// <summary>Loads owners, and returns those that are results.</summary>
    private async Task<IReadOnlyList<T>> LoadAsync(List<Posting<T>> candidates, SearchPlace at, CancellationToken cancellationToken)
    {
        var options = new BatchGetOptions { ConsistentRead = plan.IsConsistent, ReturnConsumedCapacity = plan.Capacity };

        // An owner is twice in a list of two code points if its text has just changed.
        var keys = candidates.Select(static posting => posting.Owner).Distinct();
        var found = await table.BatchGetAsync(keys, options, cancellationToken).ConfigureAwait(false);
        found.ThrowIfIncomplete();
        capacityBefore = found.ConsumedCapacity.Aggregate(capacityBefore, ConsumedCapacity.Sum);

        var items = found.Items.ToDictionary(static item => T.KeyOf(item));
        var results = new List<T>();
        foreach (var posting in candidates)
        {
            if (items.TryGetValue(posting.Owner, out var item) && plan.Matches(item, at, PostingSort.TailOf(posting.Sort)))
                results.Add(item);
        }

        return results;
    }

    private void Count(PostingRead<T> counted)
    {
        scannedBefore += counted.ScannedCount;
        capacityBefore = ConsumedCapacity.Sum(capacityBefore, counted.Capacity);
    }

    private static int FirstLimit(int? wanted) => Math.Clamp(wanted ?? MinLimit, MinLimit, BatchGetItem.MaxKeys);

    /// <summary>How many postings the next request evaluates: more with each, while few of them are results.</summary>
    private int NextLimit(int? wanted)
    {
        if (lastLimit == 0)
            return FirstLimit(wanted);
        var grown = Math.Min(lastLimit * Growth, MaxLimit);
        return wanted is { } some && read!.Postings.Count * 2 > lastLimit ? Math.Clamp(some * 2, MinLimit, grown) : grown;
    }
}
