using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;

namespace TrackingStore.Tests.Search;

/// <summary>The best runs are those that come first when all are sorted.</summary>
public sealed class BestRunsTests
{
    [Theory]
    [InlineData("metrics.m", "tags.t DESC")]
    [InlineData("tags.t DESC", "metrics.m DESC")]
    [InlineData("attributes.start_time ASC", "")]
    public void AnyRuns_HaveTheBestOfTheSortedList(string first, string second)
    {
        var random = new Random(3);
        var order = RunOrderParser.Parse(second.Length == 0 ? [first] : [first, second]);
        for (var i = 0; i < 300; i++)
        {
            LoggedRun[] runs = [.. Enumerable.Range(0, random.Next(40)).Select(id => Draw(random, id))];
            var (start, size) = (random.Next(12), random.Next(1, 12));
            var best = new BestRuns(order, start + size);
            foreach (var run in runs) best.Add(run);
            Assert.Equal(
                runs.Order(order).Skip(start).Take(size).Select(run => run.Run.RunId),
                best.From(start).Select(run => run.Run.RunId));
        }
    }

    private static LoggedRun Draw(Random random, int id) => RunSamples.Run(
        $"{id:d3}",
        random.Next(5),
        random.Next(4) == 0 ? [] : [new("m", random.GetItems([double.NaN, -1, 0, 1, double.PositiveInfinity], 1)[0], 1, 1)],
        random.Next(3) == 0 ? [] : [new("t", random.GetItems(["a", "b"], 1)[0])]);
}
