using DynamoToolkit.Protocol;
namespace DynamoToolkit;

/// <summary>
/// Reads a whole table, whatever a filter leaves of it. Where several item types share the table, it returns those whose keys fit this type's
/// templates.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>A builder, made for one use: each call changes it and returns it, so that what is kept of it changes too. For another scan make another. Not safe for concurrent use.</remarks>
public sealed class Scan<T> : QueryBuilder<Scan<T>, T>
    where T : IItem<T>
{
    private const int MaxSegments = 1_000_000;

    internal Scan(TableHandle table)
        : base(new QueryPlan { Table = table, Model = T.Model, Kind = KindFilter.OfScan(T.Model), Check = KeyCheck.OfScan(T.Model) })
    {
    }

    /// <summary>Reads what the last writes left, at twice the cost.</summary>
    public Scan<T> ConsistentRead() => With(Plan with { IsConsistent = true });

    /// <summary>Reads so many parts of the table at once. Items come in no particular order, and there are no page tokens.</summary>
    public Scan<T> InParallel(int segments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MaxSegments);
        return With(Plan with { Degree = segments });
    }

    /// <summary>Reads one part of the table, for workers that share a scan. A part has page tokens of its own.</summary>
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
