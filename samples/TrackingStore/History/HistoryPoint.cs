using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.History;

/// <summary>
/// A point of one metric's history. Points compare in MLflow's order, by time, step and value, and the history is a set of them.
/// </summary>
internal readonly record struct HistoryPoint(long Timestamp, long Step, double Value) : IComparable<HistoryPoint>
{
    /// <summary>The point as the history keeps it: there is one NaN, and negative zero is zero.</summary>
    public static HistoryPoint Of(MetricPoint point) =>
        new(point.Timestamp, point.Step, double.IsNaN(point.Value) ? double.NaN : point.Value + 0.0);

    /// <inheritdoc/>
    public int CompareTo(HistoryPoint other)
    {
        if (Timestamp != other.Timestamp) return Timestamp < other.Timestamp ? -1 : 1;
        if (Step != other.Step) return Step < other.Step ? -1 : 1;
        return SortableDouble.BitsOf(Value).CompareTo(SortableDouble.BitsOf(other.Value));
    }
}
