namespace DynamoToolkit;

/// <summary>
/// Chooses the list that a search reads. Each list has all results, so the shortest one is the best; but nobody counts postings, because a
/// counter would be written with each of them. So the search begins to read up to three lists at the same time, with its filter. One that
/// ends is short enough. Otherwise the list whose first postings have most results is the shortest: all have the same results.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
internal static class SearchProbe<T>
    where T : IItem<T>
{
    /// <summary>How many postings a probe reads. They usually cost one or two read units.</summary>
    public const int Limit = 50;

    private const int MaxLists = 3;

    /// <summary>Begins to read the lists, and returns the read of the best one.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="limit">How many postings to read if there is only one list.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="count">Counts what the other reads used.</param>
    public static async Task<PostingRead<T>> ChooseAsync(
        SearchPlan plan, int limit, CancellationToken cancellationToken, Action<PostingRead<T>> count)
    {
        var reads = plan.Lists.Take(MaxLists).Select(list => new PostingRead<T>(plan, new SearchPlace(IsLong: false, list))).ToList();
        PostingRead<T>? best = null;
        try
        {
            await Task.WhenAll(reads.Select(read => read.ReadAsync(reads.Count == 1 ? limit : Limit, cancellationToken))).ConfigureAwait(false);
            best = reads.Find(static read => read.IsAtEnd) ?? reads.MaxBy(static read => read.Postings.Count)!;
            foreach (var other in reads)
            {
                if (other != best)
                    count(other);
            }

            return best;
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
}
