using DynamoToolkit;
using DynamoToolkit.Local;
using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Store;
using Microsoft.Extensions.Time.Testing;

namespace MetricCatalogue.Tests.Support;

/// <summary>A catalogue of its own, with a clock that stands still, two dimensions and two primitive metrics.</summary>
public abstract class CatalogueTests : IAsyncLifetime
{
    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient client;

    private protected CatalogueTests()
    {
        client = new DynamoClient(engine, new DynamoClientOptions { TimeProvider = Clock });
        Tables = new CatalogueTables(client);
        Catalogue = new Catalogue(Tables, Clock);
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero));

    protected LocalDynamo Engine => engine;

    private protected CatalogueTables Tables { get; }

    private protected Catalogue Catalogue { get; }

    public async ValueTask InitializeAsync()
    {
        await Tables.EnsureAsync(Ct);
        await Catalogue.AddDimensionAsync("country", Ct);
        await Catalogue.AddDimensionAsync("device", Ct);
        await Catalogue.CreateAsync(Primitive("visits"), "ann", Ct);
        await Catalogue.CreateAsync(Primitive("orders"), "ann", Ct);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        engine.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected static Metric Primitive(string name) => new()
    {
        Name = name,
        ValueType = MetricValueType.Scalar,
        AggregationStyle = AggregationStyle.Sum,
        RelatedDimensions = ["country"],
    };

    private protected static Metric Hybrid(string name, string formula, params string[] consumed) => new()
    {
        Name = name,
        ValueType = MetricValueType.Hybrid,
        AggregationStyle = AggregationStyle.Sum,
        HybridFormula = formula,
        ConsumedMetrics = [.. consumed],
    };

    private protected static Metric Chained(Metric metric, string to) =>
        metric with { ChainedMetric = to, ChainCutoffDate = new DateOnly(2020, 1, 1) };

    private protected Task<Metric> ChainAsync(string name, string to, string by = "ann") =>
        Catalogue.UpdateAsync(name, metric => Chained(metric, to), by, seen: null, Ct);

    private protected static async Task RefusesAsync(string why, Func<Task> act) =>
        Assert.Contains(why, await RefusedAsync(act), StringComparison.Ordinal);

    private protected static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<CatalogueException>(act)).Message;
}
