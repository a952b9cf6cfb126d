using FsCheck;
using FsCheck.Fluent;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Tests.Model;

public sealed class SortableDoubleTests
{
    [Fact]
    public void Encode_AnyTwoNumbers_SortAsTheyCompare() => Prop.ForAll<double, double>((x, y) =>
        double.IsNaN(x) || double.IsNaN(y)
        || Math.Sign(string.CompareOrdinal(SortableDouble.Encode(x), SortableDouble.Encode(y))) == x.CompareTo(y))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_AnyNumber_GivesItBack() =>
        Prop.ForAll<double>(x => SortableDouble.Decode(SortableDouble.Encode(x)).Equals(x == 0 ? 0.0 : x)).QuickCheckThrowOnFailure();

    [Fact]
    public void Encode_NaN_LiesBetweenTheNegativeNumbersAndZero()
    {
        var nan = SortableDouble.Encode(double.NaN);
        Assert.True(string.CompareOrdinal(SortableDouble.Encode(-double.Epsilon), nan) < 0);
        Assert.True(string.CompareOrdinal(nan, SortableDouble.Encode(0)) < 0);
        Assert.True(double.IsNaN(SortableDouble.Decode(nan)));
        Assert.Equal(SortableDouble.Encode(0.0), SortableDouble.Encode(-0.0));
    }

    [Fact]
    public void MetricRank_AnyTwoPoints_SortByStepThenTimeThenValue() =>
        Prop.ForAll<Tuple<long, long, int>, Tuple<long, long, int>>((x, y) =>
    {
        var first = new MetricPoint("m", x.Item3, x.Item2, x.Item1);
        var second = new MetricPoint("m", y.Item3, y.Item2, y.Item1);
        var expected = (first.Step, first.Timestamp, first.Value).CompareTo((second.Step, second.Timestamp, second.Value));
        return Math.Sign(string.CompareOrdinal(MetricRank.Encode(first), MetricRank.Encode(second))) == Math.Sign(expected)
            && MetricRank.Decode("m", MetricRank.Encode(first)) == first;
    }).QuickCheckThrowOnFailure();
}
