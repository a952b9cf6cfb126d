using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>The one table of the tracking store, as each of its item types sees it.</summary>
internal sealed class TrackingTable(DynamoClient client)
{
    public DynamoClient Client { get; } = client;
    public DynamoTable<CounterItem> Counters { get; } = client.Table<CounterItem>();
    public DynamoTable<ExperimentItem> Experiments { get; } = client.Table<ExperimentItem>();
    public DynamoTable<ExperimentNameItem> ExperimentNames { get; } = client.Table<ExperimentNameItem>();
    public DynamoTable<ExperimentTagItem> ExperimentTags { get; } = client.Table<ExperimentTagItem>();
    public DynamoTable<DatasetSummaryItem> DatasetSummaries { get; } = client.Table<DatasetSummaryItem>();
    public DynamoTable<RunItem> Runs { get; } = client.Table<RunItem>();
    public DynamoTable<RunDataItem> RunData { get; } = client.Table<RunDataItem>();
    public DynamoTable<RunTagItem> RunTags { get; } = client.Table<RunTagItem>();
    public DynamoTable<RunParamItem> RunParams { get; } = client.Table<RunParamItem>();
    public DynamoTable<LatestMetricItem> LatestMetrics { get; } = client.Table<LatestMetricItem>();
    public DynamoTable<MetricPointItem> MetricPoints { get; } = client.Table<MetricPointItem>();
    public DynamoTable<DatasetInputItem> DatasetInputs { get; } = client.Table<DatasetInputItem>();
    public DynamoTable<ModelInputItem> ModelInputs { get; } = client.Table<ModelInputItem>();
    public DynamoTable<ModelOutputItem> ModelOutputs { get; } = client.Table<ModelOutputItem>();

    /// <summary>Creates the table where it is absent.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var json = """
            {"TableName":"NAME","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"},{"AttributeName":"byExperiment_pk","AttributeType":"S"},
            {"AttributeName":"byExperiment_sk","AttributeType":"S"},{"AttributeName":"experiments_pk","AttributeType":"S"},{"AttributeName":"experimentId","AttributeType":"S"}],
            "GlobalSecondaryIndexes":[{"IndexName":"byExperiment","KeySchema":[{"AttributeName":"byExperiment_pk","KeyType":"HASH"},{"AttributeName":"byExperiment_sk","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}},
            {"IndexName":"experiments","KeySchema":[{"AttributeName":"experiments_pk","KeyType":"HASH"},{"AttributeName":"experimentId","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}
            """.Replace("NAME", Runs.Name, StringComparison.Ordinal);
        try
        {
            using var response = await Client.Transport.SendAsync(new DynamoToolkit.Transport.DynamoRequest(DynamoToolkit.Transport.DynamoOperation.CreateTable, System.Text.Encoding.UTF8.GetBytes(json), Runs.Name), cancellationToken);
        }
        catch (Amazon.DynamoDBv2.Model.ResourceInUseException)
        {
        }
    }
}
