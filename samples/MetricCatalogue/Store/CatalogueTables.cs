using DynamoToolkit;
using DynamoToolkit.Schema;
using MetricCatalogue.Model;

namespace MetricCatalogue.Store;

/// <summary>The tables of the catalogue.</summary>
internal sealed class CatalogueTables(DynamoClient client)
{
    public DynamoTable<Metric> Metrics { get; } = client.Table<Metric>();

    public DynamoTable<Dimension> Dimensions { get; } = client.Table<Dimension>();

    /// <summary>Creates the tables where they are absent.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) =>
        client.EnsureTablesAsync(TableDefinition.ForAll(DynamoModels.All), cancellationToken);
}
