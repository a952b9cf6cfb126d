using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>How many items the requests of a limited read evaluate.</summary>
public sealed class PageLimitTests
{
    private static readonly Condition Filter = new Attribute<string, StringConverter>("status") == "x";

    private readonly Db db = new();

    [Theory]
    [InlineData(1, 4)]
    [InlineData(20, 80)]
    [InlineData(25, 100)]
    [InlineData(60, 100)]
    [InlineData(5_000, 5_000)]
    public void FirstRequest_WithAFilter_EvaluatesAFewTimesTheLimit(int limit, int expected) =>
        Assert.Equal(expected, Filtered().Next(limit, 0));

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public void FirstRequest_WithoutAFilter_EvaluatesTheLimit(int limit) => Assert.Equal(limit, Unfiltered().Next(limit, 0));

    [Fact]
    public void Requests_ThatFindNothing_GrowAndNeverOverflow()
    {
        var limits = Unfiltered();
        var sent = Enumerable.Range(0, 20).Select(_ => limits.Next(1, 1_000_000_000)).ToList();
        Assert.Equal([1, 4, 16, 64, 256], sent.Take(5));
        Assert.Equal(int.MaxValue, sent[^1]);
    }

    [Fact]
    public void Requests_ThatFindSome_EvaluateTwiceWhatTheShareSoFarNeeds()
    {
        var limits = Unfiltered();
        Assert.Equal(20, limits.Next(20, 0));
        Assert.Equal(40, limits.Next(10, 20));
        Assert.Equal(6, limits.Next(2, 30));
    }

    [Fact]
    public void Requests_ThatFindFew_GrowByNoMoreThanFour()
    {
        var limits = Filtered();
        Assert.Equal(80, limits.Next(20, 0));
        Assert.Equal(320, limits.Next(19, 80));
    }

    [Fact]
    public void Requests_WhosePagesEndBySize_EvaluateOnlyWhatIsLeft()
    {
        var limits = Unfiltered();
        Assert.Equal(1_100, limits.Next(1_100, 0));
        Assert.Equal(100, limits.Next(100, 1_000));
    }

    [Fact]
    public void PageSize_IsTheMostOfARequest()
    {
        var limits = new PageLimits(db.Metrics.Query(Metric.Partition("1")).PageSize(10).Plan);
        Assert.Equal([1, 4, 10, 10], Enumerable.Range(0, 4).Select(_ => limits.Next(1, 100)));
        Assert.Equal(10, new PageLimits(db.Metrics.Query(Metric.Partition("1")).Where(Filter).PageSize(10).Plan).Next(1, 0));
        Assert.Equal(10, limits.Next(null, 0));
        Assert.Null(Unfiltered().Next(null, 0));
    }

    private PageLimits Filtered() => new(db.Metrics.Query(Metric.Partition("1")).Where(Filter).Plan);

    private PageLimits Unfiltered() => new(db.Metrics.Query(Metric.Partition("1")).Plan);
}
