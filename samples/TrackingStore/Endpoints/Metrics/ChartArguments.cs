using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>What the endpoints for charts have in common.</summary>
internal static class ChartArguments
{
    private const int MaxBuckets = 2500;
    private const int UsualBuckets = 1000;

    /// <summary>The part of a run's history that a request asks for: by steps, by times, or by times since the run began.</summary>
    public static Func<RunItem, ChartRange> Range(this Arguments arguments)
    {
        var (start, end) = (arguments.Int64("start") ?? long.MinValue, arguments.Int64("end") ?? long.MaxValue);
        if (start > end) throw MlflowException.Invalid($"end must not be less than start. Found start={start} and end={end}.");
        return arguments.Text("axis") switch
        {
            null or "" or "step" => _ => new ChartRange(ChartAxis.Step, start, end),
            "timestamp" => _ => new ChartRange(ChartAxis.Timestamp, start, end),
            "relative" => run => new ChartRange(ChartAxis.Timestamp, Add(run.StartTime, start), Add(run.StartTime, end)),
            var other => throw MlflowException.Invalid($"Invalid axis '{other}'. It must be 'step', 'timestamp' or 'relative'."),
        };
    }

    /// <summary>How many buckets each chart may have.</summary>
    public static int Buckets(this Arguments arguments)
    {
        var size = arguments.Int64("max_buckets") ?? UsualBuckets;
        return size is >= 1 and <= MaxBuckets
            ? (int)size
            : throw MlflowException.Invalid($"max_buckets must be between 1 and {MaxBuckets}.");
    }

    /// <summary>A chart as a message.</summary>
    public static ChartReply ToMessage(this Chart chart, string? runId = null, string? name = null) => new(
        runId,
        name,
        [.. chart.Buckets.Select(bucket => bucket.MaxStep)],
        [.. chart.Buckets.Select(bucket => bucket.LastTime)],
        [.. chart.Buckets.Select(bucket => bucket.Last)],
        [.. chart.Buckets.Select(bucket => bucket.Min)],
        [.. chart.Buckets.Select(bucket => bucket.Max)],
        chart.IsExact);

    private static long Add(long time, long duration) => (long)Int128.Clamp((Int128)time + duration, long.MinValue, long.MaxValue);
}
