using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads a list of postings, one request after another.</summary>
/// <typeparam name="T">The type of their owners.</typeparam>
/// <param name="plan">The search.</param>
/// <param name="place">The list, and where in it to begin.</param>
internal sealed class PostingRead<T>(SearchPlan plan, SearchPlace place) : IDisposable
    where T : IItem<T>
{
    private readonly PageWalk walk = new(plan.QueryOf<T>(place));
    private readonly List<Posting<T>> postings = [];
    private bool hasStarted;

    /// <summary>The list, and where the read began.</summary>
    public SearchPlace Place { get; } = place;

    /// <summary>The postings of the last request that the filter left.</summary>
    public IReadOnlyList<Posting<T>> Postings => postings;

    /// <summary>Whether the list has been read to its end.</summary>
    public bool IsAtEnd => hasStarted && !walk.HasNextPage;

    /// <summary>The sort key of the last posting that was evaluated; null at the end.</summary>
    public string? LastSort { get; private set; }

    public long ScannedCount => walk.ScannedCount;

    public ConsumedCapacity? Capacity => walk.Capacity;

    /// <summary>Sends the next request.</summary>
    /// <param name="limit">The most postings that it evaluates; null for a megabyte of them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ReadAsync(int? limit, CancellationToken cancellationToken)
    {
        postings.Clear();
        hasStarted = true;
        await walk.ReadPageAsync(limit, cancellationToken).ConfigureAwait(false);
        while (walk.NextItem())
        {
            try
            {
                var cursor = walk.Cursor();
                postings.Add(cursor.ReadMap<Posting<T>>());
                walk.Advance(cursor);
            }
            catch (ItemFormatException error)
            {
                walk.Locate(error);
                throw;
            }
        }

        LastSort = walk.HasNextPage ? SortOf(new JsonCursor(walk.NextPageKey)) : null;
    }

    public void Dispose() => walk.Dispose();

    private static string? SortOf(JsonCursor key)
    {
        while (key.NextMember(out var name))
        {
            if (Posting<T>.Model.Sort!.IsNamed(name))
                return KeyValue.Read(ref key).Text;
            key.Skip();
        }

        return null;
    }
}
