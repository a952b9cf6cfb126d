using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Reads a whole table, even if a filter leaves little of it. If several item types share the table, the scan returns the items whose keys
/// fit this type's templates.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each scan. Not safe for concurrent use.
/// </remarks>
public sealed class Scan<T> : QueryBuilder<Scan<T>, T>
    where T : IItem<T>
{
    private const int MaxSegments = 1_000_000;

    private static readonly Condition? Kind = KindFilter.OfScan(T.Model);
    private static readonly KeyCheck? Check = KeyCheck.OfScan(T.Model);

    internal Scan(TableHandle table)
        : base(new QueryPlan { Table = table, Model = T.Model, Kind = Kind, Check = Check })
    {
    }

    /// <summary>Reads the result of the latest writes, at twice the cost.</summary>
    public Scan<T> ConsistentRead() => With(Plan with { IsConsistent = true });

    /// <summary>
    /// Reads this many parts of the table at the same time. The items have no particular order, and there are no page tokens.
    /// </summary>
    public Scan<T> InParallel(int segments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MaxSegments);
        return With(Plan with { Degree = segments });
    }

    /// <summary>Reads one part of the table, for workers that share a scan. Each part has its own page tokens.</summary>
    /// <param name="segment">Which part, counted from 0.</param>
    /// <param name="segments">How many parts there are.</param>
    public Scan<T> Segment(int segment, int segments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segment, segments);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MaxSegments);
        return With(Plan with { Segment = segment, Segments = segments });
    }
}
