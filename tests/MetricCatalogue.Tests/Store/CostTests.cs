using DynamoToolkit;
using MetricCatalogue.Model;
using MetricCatalogue.Store;
using MetricCatalogue.Tests.Support;

namespace MetricCatalogue.Tests.Store;

/// <summary>What operations cost, as the page says.</summary>
public sealed class CostTests : CatalogueTests
{
    [Fact]
    public async Task Save_CostsSixUnits_AndTwoForEachReference()
    {
        var hybrid = Hybrid("rate", "orders / visits", "orders", "visits");
        var required = await new References(Tables).CheckAsync(hybrid, before: null, Ct);
        var created = await required.AddTo(Tables.Metrics.SaveVersion(hybrid).By("ben").ReturnConsumedCapacity()).ExecuteAsync(Ct);
        Assert.Equal(10, created.ConsumedCapacity!.CapacityUnits);

        var changed = created.Item with { HybridFormula = "visits / orders" };
        required = await new References(Tables).CheckAsync(changed, created.Item, Ct);
        var updated = await required.AddTo(Tables.Metrics.SaveVersion(changed).By("ben").ReturnConsumedCapacity()).ExecuteAsync(Ct);
        Assert.Equal(6, updated.ConsumedCapacity!.CapacityUnits);
    }

    [Fact]
    public async Task Show_CostsOneUnit_AndAListHalfAUnitForEachShard()
    {
        var latest = await Tables.Metrics.GetLatest(Metric.History("visits")).ConsistentRead().ReturnConsumedCapacity().ExecuteAsync(Ct);
        Assert.Equal(1, latest.ConsumedCapacity!.CapacityUnits);

        var units = 0.0;
        await Tables.Metrics.Query(Metric.Index.ByKind(MetricKind.Primitive))
            .ReturnConsumedCapacity(used => units += used.CapacityUnits)
            .ToListAsync(Ct);
        Assert.Equal(2, units);
    }
}
