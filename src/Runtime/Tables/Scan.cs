namespace DynamoToolkit;

/// <summary>
/// Reads a whole table, whatever a filter leaves of it. Where several item types share the table, it returns those whose keys fit this type's
/// templates.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed class Scan<T> : ReadBuilder<Scan<T>, T>
    where T : IItem<T>
{
    private const int MostSegments = 1_000_000;

    private int degree = 1;

    internal Scan(TableHandle table)
        : base(new ReadPlan { Table = table, Model = T.Model, Kind = KindFilter.OfScan(T.Model) })
    {
    }

    /// <summary>Reads what the last writes left, at twice the cost.</summary>
    public Scan<T> ConsistentRead() => With(Plan with { IsConsistent = true });

    /// <summary>Reads so many parts of the table at once. Items come in no particular order, and there are no page tokens.</summary>
    public Scan<T> InParallel(int segments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MostSegments);
        degree = segments;
        return this;
    }

    /// <summary>Reads one part of the table, for workers that share a scan. A part has page tokens of its own.</summary>
    /// <param name="segment">Which part, counted from 0.</param>
    /// <param name="segments">How many parts there are.</param>
    public Scan<T> Segment(int segment, int segments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segment, segments);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MostSegments);
        return With(Plan with { Segment = segment, Segments = segments });
    }

    /// <inheritdoc/>
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        degree == 1 ? base.GetAsyncEnumerator(cancellationToken) : ParallelScan.Read(Parts(), Plan.Limit, cancellationToken);

    /// <inheritdoc/>
    public override async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        if (degree == 1)
            return await base.CountAsync(cancellationToken).ConfigureAwait(false);

        var counts = await Task.WhenAll(Parts().Select(part => part.CountAsync(cancellationToken))).ConfigureAwait(false);
        return Math.Min(counts.Sum(), Plan.Limit ?? long.MaxValue);
    }

    /// <inheritdoc/>
    public override Task<Page<T>> GetPageAsync(PageToken? after = null, CancellationToken cancellationToken = default) =>
        degree == 1
            ? base.GetPageAsync(after, cancellationToken)
            : throw new InvalidOperationException("A parallel scan has no pages: its parts advance at once. Use Segment(i, n), and page through each part.");

    private ProjectedSequence<T>[] Parts()
    {
        if (Plan.Segments > 1)
            throw new InvalidOperationException("A scan is either one segment or reads all of them in parallel: use Segment() or InParallel(), not both.");

        var plan = Plan with { CapacityUsed = OneAtATime(Plan.CapacityUsed) };
        return [.. Enumerable.Range(0, degree).Select(segment => new ProjectedSequence<T>(plan with { Segment = segment, Segments = degree }))];
    }

    private static Action<ConsumedCapacity>? OneAtATime(Action<ConsumedCapacity>? used)
    {
        if (used is null)
            return null;

        var gate = new Lock();
        return capacity =>
        {
            lock (gate)
                used(capacity);
        };
    }
}
