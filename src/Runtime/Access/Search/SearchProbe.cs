using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit;

/// <summary>
/// Chooses the list that a search reads. Each list has all results, so the shortest one is the best; but nobody counts postings, because a
/// counter would be written with each of them. So the search begins to read a few lists at the same time. One that ends is short enough.
/// Otherwise the list whose first postings reach furthest is the shortest one, because all lists are in the order of owners. Lists of two
/// code points are not; of these, the one whose first postings have most results is the shortest.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
internal static class SearchProbe<T>
    where T : IItem<T>
{
    /// <summary>How many postings a probe reads: what half a read unit usually pays for.</summary>
    private const int Limit = 30;

    private const int MaxLists = 4;

    /// <summary>Begins to read the lists, and returns the read of the best one and, if none ends soon, the second best list.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="limit">How many postings to read if there is only one list.</param>
    /// <param name="count">Counts what the other reads used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<(PostingRead<T> Best, Gram? Second)> ChooseAsync(
        SearchPlan plan, int limit, Action<PostingRead<T>> count, CancellationToken cancellationToken)
    {
        var reads = plan.Lists.Take(MaxLists).Select(list => new PostingRead<T>(plan, new SearchPlace(IsLong: false, list))).ToList();
        PostingRead<T>? best = null;
        try
        {
            var first = reads.Count == 1 ? limit : Limit;
            await Task.WhenAll(reads.Select(read => read.ReadAsync(first, cancellationToken))).ConfigureAwait(false);
            List<PostingRead<T>> sorted = [.. plan.Lists[0].IsPair
                ? reads.OrderBy(static read => !read.IsAtEnd).ThenByDescending(static read => read.Postings.Count)
                : reads.OrderBy(static read => !read.IsAtEnd).ThenByDescending(Reach, Comparer<KeyValue>.Create(Compare))];
            best = sorted[0];
            foreach (var other in sorted.Skip(1))
                count(other);
            return (best, sorted.Count > 1 && !best.IsAtEnd ? sorted[1].Place.List : null);
        }
        finally
        {
            foreach (var other in reads)
            {
                if (other != best)
                    other.Dispose();
            }
        }
    }

    private static KeyValue Reach(PostingRead<T> read) =>
        read.LastSort is { } sort ? KeyValue.Of(PostingSort.OwnerTextOf(sort)) : default;

    private static int Compare(KeyValue one, KeyValue other) =>
        one == other ? 0 : one.IsNone ? -1 : other.IsNone || one.IsGreaterThan(other) ? 1 : -1;
}
