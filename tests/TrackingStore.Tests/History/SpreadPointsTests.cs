using TrackingStore.History;

namespace TrackingStore.Tests.History;

public sealed class SpreadPointsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(SpreadPoints.MaxPoints, 1)]
    [InlineData(SpreadPoints.MaxPoints + 1, 2)]
    [InlineData(2 * SpreadPoints.MaxPoints, 2)]
    [InlineData((4 * SpreadPoints.MaxPoints) + 7, 8)]
    public void Points_AreKeptEvenly_WithTheLast(int count, int stride)
    {
        var spread = new SpreadPoints();
        for (var i = 0; i < count; i++) spread.Add(new HistoryPoint(i, i, i));
        var expected = Enumerable.Range(0, count).Where(i => i % stride == 0 || i == count - 1);
        Assert.Equal(expected, spread.ToArray().Select(point => (int)point.Step));
    }

    [Fact]
    public void Points_WhoseStepsGoBack_HaveTheFirstAndTheLastStep()
    {
        var spread = new SpreadPoints();
        for (var i = 0; i < 3 * SpreadPoints.MaxPoints; i++) spread.Add(new HistoryPoint(i, i is 100_001 ? -1 : i is 200_003 ? 9 : 0, i));
        var steps = spread.ToArray().Select(point => point.Step).ToList();
        Assert.Equal((-1, 9), (steps.Min(), steps.Max()));
    }

    [Fact]
    public void NoPoints_AreNone() => Assert.Empty(new SpreadPoints().ToArray());
}
