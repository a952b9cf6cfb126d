using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Deletes or restores all runs of an experiment. Doing it again does no harm.</summary>
internal sealed class RunSweep(TrackingTable table, RunStages stages)
{
    /// <summary>Deletes the active runs.</summary>
    public async Task DeleteAsync(string experimentId, CancellationToken cancellationToken) => await Many.ForEachAsync(
        await RunsAsync(experimentId, LifecycleStage.Active, cancellationToken),
        async (run, token) => await stages.DeleteAsync(run, token),
        cancellationToken);

    /// <summary>Restores the deleted runs that have not expired.</summary>
    public async Task RestoreAsync(string experimentId, CancellationToken cancellationToken) => await Many.ForEachAsync(
        await RunsAsync(experimentId, LifecycleStage.Deleted, cancellationToken),
        async (run, token) => await stages.RestoreAsync(run, token),
        cancellationToken);

    private Task<List<RunItem>> RunsAsync(string experimentId, LifecycleStage stage, CancellationToken cancellationToken) =>
        table.Runs.Query(RunItem.Index.ByExperiment(experimentId)).Where(r => r.Lifecycle == stage).ToListAsync(cancellationToken);
}
