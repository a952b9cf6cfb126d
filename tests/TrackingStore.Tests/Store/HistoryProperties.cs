using FsCheck;
using FsCheck.Fluent;
using TrackingStore.History;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>The history beside a plain set of points: whatever is logged, repeated and merged, it is that set in its order.</summary>
public sealed class HistoryProperties
{
    private const int Metrics = 3;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Few times, steps and values, so that many points are the same.</summary>
    private static Gen<MetricPoint> AnyPoint { get; } =
        from name in Gen.Choose(0, Metrics - 1)
        from time in Gen.Frequency((4, Gen.Choose(0, 40)), (1, Gen.Constant(7)))
        from step in Gen.Choose(-3, 20)
        from value in Gen.Elements(0.0, -0.0, 1, -2.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity)
        select new MetricPoint($"m{name}", value, time, step);

    private static Gen<(string What, MetricPoint[] Points)> AnyDeed { get; } = Gen.Frequency(
        (6, Gen.NonEmptyListOf(AnyPoint).Select(points => ("log", points.ToArray()))),
        (2, Gen.Constant(("repeat", Array.Empty<MetricPoint>()))),
        (3, Gen.Constant(("merge", Array.Empty<MetricPoint>()))),
        (1, Gen.NonEmptyListOf(AnyPoint).Select(points => ("log single", points.ToArray()))),
        (1, Gen.Constant(("convert", Array.Empty<MetricPoint>()))));

    [Fact]
    public void History_WhateverIsDone_IsTheSetOfItsPoints()
    {
        var levels = 0;
        Prop.ForAll(Gen.ListOf(AnyDeed, 25).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), async (deeds, size) =>
        {
            using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
            var run = await store.CreateRunAsync();
            var (model, last) = (new HashSet<(string Name, HistoryPoint Point)>(), Array.Empty<MetricPoint>());
            foreach (var (what, points) in deeds)
            {
                if (points.Length > 0) last = points;
                model.UnionWith(points.Select(point => (point.Name, HistoryPoint.Of(point))));
                await DoAsync(store, run, what, what == "repeat" ? last : points);
                await CheckAsync(store, run, model, size);
            }

            await store.CheckSeriesAsync(run, HistoryExtensions.Tiny);
            levels = Math.Max(levels, await store.LevelsAsync(run));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
        Assert.InRange(levels, 3, 20);
    }

    private static async Task DoAsync(TestStore store, string run, string what, MetricPoint[] points)
    {
        switch (what)
        {
            case "merge":
                await store.Merge.MergeAsync(run, Ct);
                break;
            case "convert":
                await store.Merge.ConvertAsync(run, Ct);
                break;
            case "log single":
                foreach (var point in points) await store.Table.MetricPoints.PutAsync(HistoryExtensions.SingleOf(run, point), Ct);
                break;
            default:
                await store.Log.LogBatchAsync(run, points, [], [], Ct);
                break;
        }
    }

    private static async Task CheckAsync(TestStore store, string run, HashSet<(string Name, HistoryPoint Point)> model, int size)
    {
        for (var metric = 0; metric < Metrics; metric++)
        {
            var name = $"m{metric}";
            HistoryPoint[] expected = [.. model.Where(known => known.Name == name).Select(known => known.Point).Order()];
            Assert.Equal(expected, (await store.History.GetAsync(run, name, null, null, Ct)).Points);
            Assert.Equal(expected, await store.History.PagesAsync(run, name, size));
            Assert.Equal(expected.Take(size), await store.History.OfRunAsync(run, name, size, Ct));
            foreach (var axis in Enum.GetValues<ChartAxis>()) await CheckChartAsync(store, run, name, expected, axis);
        }
    }

    /// <summary>Smallest, greatest and last value are those of the points, and nothing is outside of what buckets show.</summary>
    private static async Task CheckChartAsync(TestStore store, string run, string name, HistoryPoint[] points, ChartAxis axis)
    {
        var all = new ChartRange(axis, long.MinValue, long.MaxValue);
        var chart = await store.ChartAsync(run, name, all, 1000, Ct);
        var numbers = points.Select(point => point.Value).Where(value => !double.IsNaN(value)).ToList();
        Assert.Equal(points.Length == 0, chart.Buckets.Count == 0);
        if (points.Length == 0) return;
        Assert.Equal(numbers.Count == 0 ? double.NaN : numbers.Min(), Smallest(chart.Buckets));
        Assert.Equal(
            numbers.Count == 0 ? double.NaN : numbers.Max(), -Smallest(chart.Buckets.Select(bucket => bucket with { Min = -bucket.Max })));
        Assert.Equal(points.Max(point => all.PlaceOf(Bucket.Of(point))), chart.Buckets.Max(all.PlaceOf));
        if (axis == ChartAxis.Timestamp) Assert.Equal(points[^1].Value, chart.Buckets[^1].Last);
        Assert.Equal(chart.Buckets.Select(all.PlaceOf).Distinct().Order(), chart.Buckets.Select(all.PlaceOf));
        Assert.All(points, point => Assert.Contains(chart.Buckets, bucket => Shows(bucket, point)));

        bool Shows(Bucket bucket, HistoryPoint point) =>
            (axis == ChartAxis.Step
                ? bucket.MinStep <= point.Step && bucket.MaxStep >= point.Step
                : bucket.FirstTime <= point.Timestamp && bucket.LastTime >= point.Timestamp)
            && (double.IsNaN(point.Value) || (bucket.Min <= point.Value && bucket.Max >= point.Value));
    }

    private static double Smallest(IEnumerable<Bucket> buckets) => buckets.Select(bucket => bucket.Min)
        .Aggregate(double.NaN, (least, next) => double.IsNaN(least) ? next : double.IsNaN(next) ? least : Math.Min(least, next));
}
