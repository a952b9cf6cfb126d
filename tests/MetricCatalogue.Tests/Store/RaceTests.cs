using DynamoToolkit;
using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Store;
using MetricCatalogue.Tests.Support;

namespace MetricCatalogue.Tests.Store;

/// <summary>Several writers at the same time.</summary>
public sealed class RaceTests : CatalogueTests
{
    [Fact]
    public async Task Writers_OfOneMetric_AllAddTheirDimension()
    {
        string[] names = [.. Enumerable.Range(0, 8).Select(static i => $"d{i}")];
        foreach (var name in names) await Catalogue.AddDimensionAsync(name, Ct);
        await Task.WhenAll(names.Select(name => Task.Run(() => AddAsync(name), Ct)));

        var latest = await Catalogue.GetAsync("visits", null, Ct);
        Assert.Equal(["country", .. names], latest.RelatedDimensions!.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 9), (await Catalogue.HistoryAsync("visits", Ct)).Select(static m => m.Version));

        Task<Metric> AddAsync(string dimension) => Catalogue.UpdateAsync(
            "visits", m => m with { RelatedDimensions = [.. m.RelatedDimensions!, dimension] }, by: dimension, seen: null, Ct);
    }

    [Fact]
    public async Task Writer_WhoSawAnOlderVersion_LearnsWhoWasFirst_AndTriesAgain()
    {
        await Catalogue.UpdateAsync("visits", m => m with { ValueType = MetricValueType.WeightedAverage }, "ben", 1, Ct);
        Assert.Equal(
            "'visits' is at version 2, which ben saved at 2026-11-29 09:00, but you expect version 1. "
            + "Look at it, and try again with --if-version 2.",
            await RefusedAsync(() => Catalogue.UpdateAsync("visits", m => m with { RelatedDimensions = ["device"] }, "ann", 1, Ct)));
        var saved = await Catalogue.UpdateAsync("visits", m => m with { RelatedDimensions = ["device"] }, "ann", 2, Ct);
        Assert.Equal((3, MetricValueType.WeightedAverage), (saved.Version, saved.ValueType));
    }

    [Fact]
    public async Task OneOfManyWriters_WhoSawTheSame_Saves()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => OutcomeAsync(
            () => Catalogue.UpdateAsync("visits", m => m with { AggregationStyle = AggregationStyle.LastDayOfPeriod }, $"w{i}", 1, Ct))));
        Assert.Single(outcomes, static message => message is null);
        Assert.All(
            outcomes.OfType<string>(),
            static message => Assert.Contains("but you expect version 1", message, StringComparison.Ordinal));
        Assert.Equal(2, (await Catalogue.GetAsync("visits", null, Ct)).Version);
    }

    [Fact]
    public async Task TwoWriters_NeverMakeACircle()
    {
        for (var round = 0; round < 20; round++)
        {
            var (a, b, c) = ($"a{round}", $"b{round}", $"c{round}");
            foreach (var name in new[] { a, b, c }) await Catalogue.CreateAsync(Primitive(name), "ann", Ct);
            var outcomes = await Task.WhenAll(
                OutcomeAsync(() => ChainAsync(a, b)), OutcomeAsync(() => ChainAsync(b, c)), OutcomeAsync(() => ChainAsync(c, a)));
            var refused = Assert.Single(outcomes.OfType<string>());
            Assert.Contains("would take data from itself", refused, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MetricThatIsDeprecatedBetweenCheckAndSave_IsNotConsumed()
    {
        var hybrid = Hybrid("rate", "orders / visits", "orders", "visits");
        var required = await new References(Tables).CheckAsync(hybrid, before: null, Ct);
        await Catalogue.DeprecateAsync("orders", "carts", "cat", null, Ct);

        var save = required.AddTo(Tables.Metrics.SaveVersion(hybrid).By("ben"));
        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => save.ExecuteAsync(Ct));
        Assert.True(required.Failed(canceled));
        await RefusesAsync("There is no metric 'rate'", () => Catalogue.GetAsync("rate", null, Ct));
    }

    private static async Task<string?> OutcomeAsync(Func<Task> act)
    {
        try
        {
            await Task.Run(act, Ct);
            return null;
        }
        catch (CatalogueException e)
        {
            return e.Message;
        }
    }
}
