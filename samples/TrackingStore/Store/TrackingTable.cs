using DynamoToolkit;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>The one table of the tracking store, as each of its item types sees it.</summary>
internal sealed class TrackingTable(DynamoClient client)
{
    /// <summary>
    /// Everything that was logged to a run. The sort keys of these types begin alike, so one query reads them and nothing else.
    /// </summary>
    public static ItemKinds<IRunData> RunData { get; } = new ItemKinds<IRunData>()
        .Add<RunTagItem>()
        .Add<RunParamItem>()
        .Add<LatestMetricItem>()
        .Add<DatasetInputItem>()
        .Add<ModelInputItem>()
        .Add<ModelOutputItem>();

    /// <summary>Everything that belongs to a registered model.</summary>
    public static ItemKinds<IModelData> ModelData { get; } = new ItemKinds<IModelData>()
        .Add<RegisteredModelItem>()
        .Add<ModelTagItem>()
        .Add<ModelAliasItem>()
        .Add<ModelVersionItem>()
        .Add<ModelVersionTagItem>()
        .Add<TallyItem>();

    /// <summary>Everything that belongs to a logged model.</summary>
    public static ItemKinds<ILoggedModelData> LoggedModelData { get; } = new ItemKinds<ILoggedModelData>()
        .Add<LoggedModelItem>()
        .Add<LoggedModelTagItem>()
        .Add<LoggedModelParamItem>()
        .Add<LoggedModelMetricItem>();

    public DynamoClient Client { get; } = client;
    public DynamoTable<CounterItem> Counters { get; } = client.Table<CounterItem>();
    public DynamoTable<ExperimentItem> Experiments { get; } = client.Table<ExperimentItem>();
    public DynamoTable<ExperimentTagItem> ExperimentTags { get; } = client.Table<ExperimentTagItem>();
    public DynamoTable<DatasetSummaryItem> DatasetSummaries { get; } = client.Table<DatasetSummaryItem>();
    public DynamoTable<RunItem> Runs { get; } = client.Table<RunItem>();
    public DynamoTable<RunNameItem> RunNames { get; } = client.Table<RunNameItem>();
    public DynamoTable<NameIndexItem> NameIndexes { get; } = client.Table<NameIndexItem>();
    public DynamoTable<RunRemovalItem> RunRemovals { get; } = client.Table<RunRemovalItem>();
    public DynamoTable<RunTagItem> RunTags { get; } = client.Table<RunTagItem>();
    public DynamoTable<RunParamItem> RunParams { get; } = client.Table<RunParamItem>();
    public DynamoTable<LatestMetricItem> LatestMetrics { get; } = client.Table<LatestMetricItem>();
    public DynamoTable<MetricPackItem> MetricPacks { get; } = client.Table<MetricPackItem>();
    public DynamoTable<MetricSeriesItem> MetricSeries { get; } = client.Table<MetricSeriesItem>();
    public DynamoTable<MetricPointItem> MetricPoints { get; } = client.Table<MetricPointItem>();
    public DynamoTable<DatasetInputItem> DatasetInputs { get; } = client.Table<DatasetInputItem>();
    public DynamoTable<DatasetTextItem> DatasetTexts { get; } = client.Table<DatasetTextItem>();
    public DynamoTable<ModelInputItem> ModelInputs { get; } = client.Table<ModelInputItem>();
    public DynamoTable<ModelOutputItem> ModelOutputs { get; } = client.Table<ModelOutputItem>();

    public DynamoTable<RegisteredModelItem> Models { get; } = client.Table<RegisteredModelItem>();
    public DynamoTable<ModelTagItem> ModelTags { get; } = client.Table<ModelTagItem>();
    public DynamoTable<ModelAliasItem> ModelAliases { get; } = client.Table<ModelAliasItem>();
    public DynamoTable<ModelVersionItem> ModelVersions { get; } = client.Table<ModelVersionItem>();
    public DynamoTable<ModelVersionTagItem> ModelVersionTags { get; } = client.Table<ModelVersionTagItem>();
    public DynamoTable<TallyItem> Tallies { get; } = client.Table<TallyItem>();

    public DynamoTable<LoggedModelItem> LoggedModels { get; } = client.Table<LoggedModelItem>();
    public DynamoTable<LoggedModelTagItem> LoggedModelTags { get; } = client.Table<LoggedModelTagItem>();
    public DynamoTable<LoggedModelParamItem> LoggedModelParams { get; } = client.Table<LoggedModelParamItem>();
    public DynamoTable<LoggedModelMetricItem> LoggedModelMetrics { get; } = client.Table<LoggedModelMetricItem>();
    public DynamoTable<LoggedModelTallyItem> OldTallies { get; } = client.Table<LoggedModelTallyItem>();

    public DynamoTable<UserItem> Users { get; } = client.Table<UserItem>();
    public DynamoTable<GrantItem> Grants { get; } = client.Table<GrantItem>();
    public DynamoTable<AccessTokenItem> AccessTokens { get; } = client.Table<AccessTokenItem>();

    /// <summary>Creates the table where it is absent.</summary>
    /// <param name="hasStream">
    /// Whether its changes are in a stream, which keeps summaries; then also the table in which its worker keeps its place.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task EnsureAsync(bool hasStream, CancellationToken cancellationToken)
    {
        var definition = TableDefinition.For(
            TableModel.Of<CounterItem>(),
            TableModel.Of<ExperimentItem>(),
            TableModel.Of<ExperimentTagItem>(),
            TableModel.Of<DatasetSummaryItem>(),
            TableModel.Of<RunItem>(),
            TableModel.Of<RunNameItem>(),
            TableModel.Of<NameIndexItem>(),
            TableModel.Of<RunRemovalItem>(),
            TableModel.Of<RunTagItem>(),
            TableModel.Of<RunParamItem>(),
            TableModel.Of<LatestMetricItem>(),
            TableModel.Of<MetricPackItem>(),
            TableModel.Of<MetricSeriesItem>(),
            TableModel.Of<MetricPointItem>(),
            TableModel.Of<DatasetInputItem>(),
            TableModel.Of<DatasetTextItem>(),
            TableModel.Of<ModelInputItem>(),
            TableModel.Of<ModelOutputItem>(),
            TableModel.Of<RegisteredModelItem>(),
            TableModel.Of<ModelTagItem>(),
            TableModel.Of<ModelAliasItem>(),
            TableModel.Of<ModelVersionItem>(),
            TableModel.Of<ModelVersionTagItem>(),
            TableModel.Of<TallyItem>(),
            TableModel.Of<LoggedModelItem>(),
            TableModel.Of<LoggedModelTagItem>(),
            TableModel.Of<LoggedModelParamItem>(),
            TableModel.Of<LoggedModelMetricItem>(),
            TableModel.Of<LoggedModelTallyItem>(),
            TableModel.Of<UserItem>(),
            TableModel.Of<GrantItem>(),
            TableModel.Of<AccessTokenItem>());
        await Client.EnsureTableAsync(hasStream ? definition.WithStream() : definition, cancellationToken);
        if (hasStream) await Client.EnsureTableAsync(StreamTable.Define(), cancellationToken);
    }
}
