using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Tests.Model;

/// <summary>What is summarized is found again, or is not known.</summary>
public sealed class RunSummaryTests
{
    private static readonly string[] Names = ["a", "b", "loss", "é\ud83d\ude00", "m%#.", new string('n', 250), ""];
    private static readonly double[] Numbers = [double.NaN, double.NegativeInfinity, -1, 0, 0.1, double.MaxValue, double.PositiveInfinity];

    [Fact]
    public void AnyData_IsFoundAgain_OrIsNotKnown()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var data = Enumerable.Range(0, random.Next(12)).Select(_ => Draw(random)).DistinctBy(one => (one.Name, Kind(one))).ToList();
            var bytes = SummaryBytes.Write(data);
            Assert.InRange(bytes.Length, 4, RunSummary.MaxBytes);
            var summary = RunSummary.Of(ItemOf(bytes));
            foreach (var name in Names.Append("none"))
            {
                var run = new LoggedRun(ItemOf(null), data);
                Assert.True(summary.TryGetMetric(name, out var metric));
                Assert.Equal(run.MetricOf(name), metric);
                Assert.Equal(
                    (true, summary.TryGetParam(name, out _), summary.TryGetTag(name, out _)),
                    (summary.KnowsMetric(name), summary.KnowsParam(name), summary.KnowsTag(name)));
                if (summary.TryGetParam(name, out var param)) Assert.Equal(run.ParamOf(name), param);
                if (summary.TryGetTag(name, out var tag)) Assert.Equal(run.TagOf(name), tag);
            }
        }
    }

    [Fact]
    public void WhatDoesNotFit_IsNotKnown()
    {
        var text = new string('x', RunSummary.MaxText);
        List<RunDataItem> data =
        [
            .. Enumerable.Range(0, 300).Select(i => new RunDataItem { RunId = "r", Name = $"metric {i}", Rank = RankOf(i) }),
            new() { RunId = "r", Name = "p", Param = text },
            new() { RunId = "r", Name = "t", Tag = text + "x" },
        ];
        var summary = RunSummary.Of(ItemOf(SummaryBytes.Write(data)));
        Assert.False(summary.TryGetMetric("metric 1", out _));
        Assert.False(summary.TryGetMetric("none", out _));
        Assert.True(summary.TryGetParam("p", out var param));
        Assert.Equal(text, param);
        Assert.True(summary.TryGetParam("none", out param));
        Assert.Null(param);
        Assert.False(summary.TryGetTag("t", out _));
        Assert.True(summary.TryGetTag("none", out _));
    }

    [Fact]
    public void NoSummary_AndOneOfAnotherFormat_KnowNothing()
    {
        foreach (byte[]? bytes in (byte[]?[])[null, [], [2, 1, 1, 1]])
        {
            var summary = RunSummary.Of(ItemOf(bytes));
            Assert.False(summary.TryGetMetric("m", out _) || summary.TryGetParam("p", out _) || summary.TryGetTag("t", out _));
        }
    }

    private static RunDataItem Draw(Random random)
    {
        var (name, text) = (random.GetItems(Names, 1)[0], new string('é', random.Next(10) == 0 ? random.Next(400) : random.Next(9)));
        return random.Next(4) switch
        {
            0 => new() { RunId = "r", Name = name, Rank = MetricRank.Encode(new MetricPoint(name, random.GetItems(Numbers, 1)[0], 1, 1)) },
            1 => new() { RunId = "r", Name = name, Param = text },
            2 => new() { RunId = "r", Name = name, Tag = text },
            _ => new() { RunId = "r", Name = null, Dataset = text },
        };
    }

    private static int Kind(RunDataItem item) => item.Rank is not null ? 0 : item.Param is not null ? 1 : item.Tag is not null ? 2 : 3;

    private static string RankOf(double value) => MetricRank.Encode(new MetricPoint("m", value, 1, 1));

    private static RunItem ItemOf(byte[]? summary)
    {
        var run = Search.RunSamples.Run().Run;
        run.Summary = summary;
        return run;
    }
}
