using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Deletes the items of a partition of which there may be many.</summary>
internal sealed class PartRemoval(TrackingTable table)
{
    private const int Chunk = 500;

    /// <summary>Deletes the items that a query finds.</summary>
    /// <returns>How many they were.</returns>
    public async Task<int> DeleteAsync<T>(DynamoTable<T> items, Query<T> parts, CancellationToken cancellationToken)
        where T : class, IItem<T>
    {
        var count = 0;
        await foreach (var chunk in parts.ConsistentRead().AsAsyncEnumerable().Chunk(Chunk).WithCancellation(cancellationToken))
        {
            await table.Client.BatchAsync([.. chunk.Select(items.Delete)], cancellationToken);
            count += chunk.Length;
        }

        return count;
    }

    /// <summary>Deletes what was logged to a model, but not the model's own item.</summary>
    public async Task<int> OfLoggedModelAsync(string id, CancellationToken cancellationToken) =>
        await DeleteAsync(table.LoggedModelTags, table.LoggedModelTags.Query(LoggedModelTagItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.LoggedModelParams, table.LoggedModelParams.Query(LoggedModelParamItem.Partition(id)), cancellationToken)
        + await DeleteAsync(
            table.LoggedModelMetrics, table.LoggedModelMetrics.Query(LoggedModelMetricItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.Tallies, table.Tallies.Query(TallyItem.Partition(id)), cancellationToken);

    /// <summary>Deletes what belongs to a registered model, but not the model's own item.</summary>
    public async Task<int> OfModelAsync(string id, CancellationToken cancellationToken) =>
        await DeleteAsync(table.ModelTags, table.ModelTags.Query(ModelTagItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.ModelAliases, table.ModelAliases.Query(ModelAliasItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.ModelVersions, table.ModelVersions.Query(ModelVersionItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.ModelVersionTags, table.ModelVersionTags.Query(ModelVersionTagItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.Tallies, table.Tallies.Query(TallyItem.Partition(id)), cancellationToken);

    /// <summary>Deletes what belongs to an experiment, but not the experiment's own item.</summary>
    public async Task<int> OfExperimentAsync(string id, CancellationToken cancellationToken) =>
        await DeleteAsync(table.ExperimentTags, table.ExperimentTags.Query(ExperimentTagItem.Partition(id)), cancellationToken)
        + await DeleteAsync(table.DatasetSummaries, table.DatasetSummaries.Query(DatasetSummaryItem.Partition(id)), cancellationToken);

    /// <summary>Deletes the tags of a run, but not the run's own item.</summary>
    public Task<int> OfRunAsync(string id, CancellationToken cancellationToken) =>
        DeleteAsync(table.RunTags, table.RunTags.Query(RunTagItem.Partition(id)), cancellationToken);
}
