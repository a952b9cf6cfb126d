using MetricCatalogue.Model;
using MetricCatalogue.Tests.Support;

namespace MetricCatalogue.Tests.Store;

/// <summary>Versions of metrics: changed, deprecated, restored, listed.</summary>
public sealed class HistoryTests : CatalogueTests
{
    [Fact]
    public async Task Versions_HaveTheirAuthors_AndTheFirstOnesCreation()
    {
        var created = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await Catalogue.UpdateAsync("visits", m => m with { AggregationStyle = AggregationStyle.LastDayOfPeriod }, "ben", 1, Ct);
        var latest = await Catalogue.GetAsync("visits", null, Ct);
        Assert.Equal(
            (2, created, "ann", created.AddHours(1), "ben"),
            (latest.Version, latest.CreatedAt, latest.CreatedBy, latest.UpdatedAt, latest.UpdatedBy));

        var first = await Catalogue.GetAsync("visits", 1, Ct);
        Assert.Equal((AggregationStyle.Sum, "ann", null), (first.AggregationStyle, first.UpdatedBy, first.CreatedBy));
        Assert.Equal([1, 2], (await Catalogue.HistoryAsync("visits", Ct)).Select(static m => m.Version));
    }

    [Fact]
    public async Task DeprecatedMetric_StaysAsItIs_UntilItIsRestored()
    {
        var deprecated = await Catalogue.DeprecateAsync("visits", "bots", "cat", 1, Ct);
        Assert.Equal((2, "cat", "bots", Clock.GetUtcNow()), (
            deprecated.Version, deprecated.DeprecatedBy, deprecated.DeprecatedReason, deprecated.DeprecatedAt));
        await RefusesAsync("is deprecated, and does not change", () => ChainAsync("visits", "orders"));
        await RefusesAsync("is deprecated", () => Catalogue.DeprecateAsync("visits", "again", "cat", null, Ct));

        var restored = await Catalogue.RestoreAsync("visits", 1, "dan", Ct);
        Assert.Equal((3, null, "dan", "ann"), (restored.Version, restored.DeprecatedAt, restored.UpdatedBy, restored.CreatedBy));
        Assert.Equal(4, (await ChainAsync("visits", "orders")).Version);
    }

    [Fact]
    public async Task Restore_NeedsAnOlderVersion()
    {
        await RefusesAsync("is the latest one already", () => Catalogue.RestoreAsync("visits", 1, "dan", Ct));
        await RefusesAsync("no version 7 of a metric 'visits'", () => Catalogue.RestoreAsync("visits", 7, "dan", Ct));
        await RefusesAsync("no version 0", () => Catalogue.RestoreAsync("visits", 0, "dan", Ct));
        await RefusesAsync("no version 1", () => Catalogue.RestoreAsync("none", 1, "dan", Ct));
    }

    [Fact]
    public async Task List_HasTheLatestVersions_OfAKind()
    {
        await Catalogue.CreateAsync(Hybrid("rate", "orders / visits", "orders", "visits"), "ann", Ct);
        await ChainAsync("visits", "orders");
        await Catalogue.DeprecateAsync("orders", "carts", "cat", null, Ct);

        var primitive = await Catalogue.ListAsync(MetricKind.Primitive, includesDeprecated: true, Ct);
        Assert.Equal([("orders", 2), ("visits", 2)], primitive.Select(static m => (m.Name, m.Version)));
        Assert.Equal("visits", Assert.Single(await Catalogue.ListAsync(MetricKind.Primitive, includesDeprecated: false, Ct)).Name);
        Assert.Equal("rate", Assert.Single(await Catalogue.ListAsync(MetricKind.Hybrid, includesDeprecated: false, Ct)).Name);
    }

    [Fact]
    public async Task Metric_OrDimension_ThatExists_IsNotCreatedAgain()
    {
        await ChainAsync("visits", "orders");
        await RefusesAsync("There is a metric 'visits' already, at version 2", () => Catalogue.CreateAsync(Primitive("visits"), "ann", Ct));
        await RefusesAsync("There is a dimension 'country' already", () => Catalogue.AddDimensionAsync("country", Ct));
    }
}
