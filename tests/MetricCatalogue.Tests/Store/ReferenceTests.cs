using MetricCatalogue.Tests.Support;

namespace MetricCatalogue.Tests.Store;

/// <summary>What metrics may refer to.</summary>
public sealed class ReferenceTests : CatalogueTests
{
    [Fact]
    public async Task References_MustExist()
    {
        await RefusesAsync(
            "the metric 'sales', which does not exist",
            () => Catalogue.CreateAsync(Hybrid("rate", "orders / sales", "orders", "sales"), "ann", Ct));
        await RefusesAsync(
            "the dimension 'city', which does not exist",
            () => Catalogue.UpdateAsync("visits", m => m with { RelatedDimensions = ["country", "city"] }, "ann", null, Ct));
        await RefusesAsync("the metric 'old', which does not exist", () => ChainAsync("visits", "old"));

        Assert.Equal(1, (await Catalogue.GetAsync("visits", null, Ct)).Version);
        await RefusesAsync("There is no metric 'rate'", () => Catalogue.GetAsync("rate", null, Ct));
    }

    [Fact]
    public async Task HybridMetric_ConsumesPrimitiveOnes()
    {
        await Catalogue.CreateAsync(Hybrid("rate", "orders / visits", "orders", "visits"), "ann", Ct);
        await RefusesAsync(
            "can't consume 'rate', which is a hybrid metric",
            () => Catalogue.CreateAsync(Hybrid("twice", "2 * rate", "rate"), "ann", Ct));
    }

    [Fact]
    public async Task DeprecatedMetric_IsNotNewlyConsumed()
    {
        var rate = await Catalogue.CreateAsync(Hybrid("rate", "orders / visits", "orders", "visits"), "ann", Ct);
        await Catalogue.DeprecateAsync("orders", "counts carts", "cat", null, Ct);
        await RefusesAsync(
            "'share' can't consume 'orders', which is deprecated since 2026-11-29: counts carts",
            () => Catalogue.CreateAsync(Hybrid("share", "orders", "orders"), "ann", Ct));

        // Who consumed it before goes on, and a chain leads to old data.
        Assert.Equal("rate", Assert.Single(await Catalogue.ConsumersAsync("orders", Ct)).Name);
        rate = await Catalogue.UpdateAsync("rate", m => m with { HybridFormula = "visits / orders" }, "ann", rate.Version, Ct);
        Assert.Equal(2, rate.Version);
        Assert.Equal("orders", (await ChainAsync("visits", "orders")).ChainedMetric);

        // Who stopped does not begin again, not even by restoring a version.
        await Catalogue.UpdateAsync("rate", m => m with { HybridFormula = "visits", ConsumedMetrics = ["visits"] }, "ann", null, Ct);
        await RefusesAsync("which is deprecated", () => Catalogue.RestoreAsync("rate", 2, "ann", Ct));
        await Catalogue.RestoreAsync("orders", 1, "cat", Ct);
        Assert.Equal(4, (await Catalogue.RestoreAsync("rate", 2, "ann", Ct)).Version);
    }

    [Fact]
    public async Task Chain_IsNoCircle()
    {
        await Catalogue.CreateAsync(Chained(Primitive("newer"), "orders"), "ann", Ct);
        await Catalogue.CreateAsync(Chained(Primitive("newest"), "newer"), "ann", Ct);
        Assert.Equal(
            "'orders' would take data from itself: orders → newest → newer → orders.",
            await RefusedAsync(() => ChainAsync("orders", "newest")));
    }

    [Fact]
    public async Task Circle_ThroughAFormula_IsRefused()
    {
        await Catalogue.CreateAsync(Primitive("old"), "ann", Ct);
        await Catalogue.CreateAsync(Chained(Hybrid("rate", "orders / visits", "orders", "visits"), "old"), "ann", Ct);
        Assert.Equal(
            "'orders' would take data from itself: orders → rate → orders.", await RefusedAsync(() => ChainAsync("orders", "rate")));

        await Catalogue.CreateAsync(Chained(Primitive("later"), "rate"), "ann", Ct);
        var refused = await RefusedAsync(() => Catalogue.UpdateAsync(
            "rate", m => m with { HybridFormula = "later", ConsumedMetrics = ["later"] }, "ann", null, Ct));
        Assert.Equal("'rate' would take data from itself: rate → later → rate.", refused);
    }

    [Fact]
    public async Task MetricCanConsumeAndChainTheSame()
    {
        var rate = await Catalogue.CreateAsync(Chained(Hybrid("rate", "2 * visits", "visits"), "visits"), "ann", Ct);
        Assert.Equal(1, rate.Version);
    }

    [Fact]
    public async Task References_HaveALimit()
    {
        string[] names = [.. Enumerable.Range(0, 99).Select(static i => $"m{i}")];
        foreach (var name in names) await Catalogue.CreateAsync(Primitive(name), "ann", Ct);
        Assert.Equal(98, (await Catalogue.CreateAsync(Sum(names[..98]), "ann", Ct)).ConsumedMetrics!.Count);
        await RefusesAsync(
            "'total99' refers to 99 metrics and dimensions, itself or through others, and 98 is the maximum",
            () => Catalogue.CreateAsync(Sum(names), "ann", Ct));

        static Model.Metric Sum(string[] consumed) => Hybrid($"total{consumed.Length}", string.Join('+', consumed), consumed);
    }
}
