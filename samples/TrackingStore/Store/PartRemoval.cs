using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>Deletes what belongs to something that is removed.</summary>
internal sealed class PartRemoval(TrackingTable table)
{
    private const int Chunk = 500;

    /// <summary>
    /// Deletes what was logged to a model, but not the model's own item. The tallies go first: then a request that is still under way
    /// cannot add anything.
    /// </summary>
    public async Task OfLoggedModelAsync(string id, CancellationToken cancellationToken)
    {
        await DeleteAsync(table.Tallies, table.Tallies.Query(TallyItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.LoggedModelTags, table.LoggedModelTags.Query(LoggedModelTagItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.LoggedModelParams, table.LoggedModelParams.Query(LoggedModelParamItem.Partition(id)), cancellationToken);
        await DeleteAsync(
            table.LoggedModelMetrics, table.LoggedModelMetrics.Query(LoggedModelMetricItem.Partition(id)), cancellationToken);
    }

    /// <summary>
    /// Deletes what belongs to a registered model that does not exist. The tallies go first: then a request that is still under way cannot
    /// add anything.
    /// </summary>
    public async Task OfModelAsync(string id, CancellationToken cancellationToken)
    {
        await DeleteAsync(table.Tallies, table.Tallies.Query(TallyItem.Partition(id)), cancellationToken);
        var rest = table.Models.Query(RegisteredModelItem.Partition(id)).ConsistentRead().As(TrackingTable.ModelData);
        await foreach (var chunk in rest.AsAsyncEnumerable().Chunk(Chunk).WithCancellation(cancellationToken))
            await table.Client.BatchAsync([.. chunk.Select(DeleteOf)], cancellationToken);
        await DeleteGrantsAsync(ResourceKind.Model, id, cancellationToken);
    }

    /// <summary>Deletes what belongs to an experiment, but not the experiment's own item.</summary>
    public async Task OfExperimentAsync(string id, CancellationToken cancellationToken)
    {
        await DeleteAsync(table.ExperimentTags, table.ExperimentTags.Query(ExperimentTagItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.DatasetSummaries, table.DatasetSummaries.Query(DatasetSummaryItem.Partition(id)), cancellationToken);
        await DeleteGrantsAsync(ResourceKind.Experiment, id, cancellationToken);
    }

    /// <summary>Deletes what was logged to a run, but not the run's own item.</summary>
    public async Task OfRunAsync(string id, CancellationToken cancellationToken)
    {
        await table.RunNames.RemoveAsync(RunNameItem.Key(id), cancellationToken);
        await DeleteAsync(table.RunTags, table.RunTags.Query(RunTagItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.RunParams, table.RunParams.Query(RunParamItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.LatestMetrics, table.LatestMetrics.Query(LatestMetricItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.MetricPacks, table.MetricPacks.Query(MetricPackItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.MetricSeries, table.MetricSeries.Query(MetricSeriesItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.MetricPoints, table.MetricPoints.Query(MetricPointItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.DatasetInputs, table.DatasetInputs.Query(DatasetInputItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.DatasetTexts, table.DatasetTexts.Query(DatasetTextItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.ModelInputs, table.ModelInputs.Query(ModelInputItem.Partition(id)), cancellationToken);
        await DeleteAsync(table.ModelOutputs, table.ModelOutputs.Query(ModelOutputItem.Partition(id)), cancellationToken);
    }

    private IWriteOperation DeleteOf(IModelData part) => part switch
    {
        ModelTagItem tag => table.ModelTags.Delete(tag),
        ModelAliasItem alias => table.ModelAliases.Delete(alias),
        ModelVersionItem version => table.ModelVersions.Delete(version),
        ModelVersionTagItem tag => table.ModelVersionTags.Delete(tag),
        TallyItem tally => table.Tallies.Delete(tally),
        _ => throw new InvalidOperationException($"The model {part.ModelId} is there again."),
    };

    /// <summary>
    /// Deletes the permissions for an experiment or a model. The index does not have the newest yet, nor those of servers from before it.
    /// Nothing else gets the id, so they are of no use, and the clean-up finds them.
    /// </summary>
    private async Task DeleteGrantsAsync(ResourceKind kind, string id, CancellationToken cancellationToken)
    {
        var grants = table.Grants.Query(GrantItem.Index.ByExperiment(kind, id));
        await foreach (var chunk in grants.AsAsyncEnumerable().Chunk(Chunk).WithCancellation(cancellationToken))
            await table.Client.BatchAsync([.. chunk.Select(table.Grants.Delete)], cancellationToken);
    }

    private async Task DeleteAsync<T>(DynamoTable<T> items, Query<T> parts, CancellationToken cancellationToken)
        where T : class, IItem<T>
    {
        await foreach (var chunk in parts.ConsistentRead().AsAsyncEnumerable().Chunk(Chunk).WithCancellation(cancellationToken))
            await table.Client.BatchAsync([.. chunk.Select(items.Delete)], cancellationToken);
    }
}
