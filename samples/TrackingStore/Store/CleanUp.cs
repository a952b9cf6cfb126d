using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Removes what was deleted long ago, and what nobody sees any more. It can be stopped anywhere, repeated, and run by several servers at
/// once: what is left of a thing is found again.
/// </summary>
internal sealed class CleanUp(
    TrackingTable table,
    RunPurge purge,
    ExperimentPurge experiments,
    PartRemoval parts,
    UnseenParts unseen,
    IArtifactStore artifacts,
    TimeProvider time)
{
    /// <summary>Cleans up.</summary>
    /// <param name="age">How long ago something must have been deleted.</param>
    /// <param name="grace">How long an item without its owner is watched before it is taken for left behind.</param>
    /// <param name="isDryRun">Whether it only counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="AggregateException">Something could not be removed; everything else was.</exception>
    public async Task<CleanUpReport> RunAsync(TimeSpan age, TimeSpan grace, bool isDryRun, CancellationToken cancellationToken)
    {
        var limit = time.GetUtcNow() - age;
        var (runs, models, removed) = (0, 0, 0);
        var due = new List<ExperimentItem>();
        var registered = new RegisteredFiles(table);
        var errors = new List<Exception>();
        await foreach (var experiment in table.Experiments.Query(ExperimentItem.Index.Experiments()).WithCancellation(cancellationToken))
        {
            var isDue = ExperimentPurge.IsDue(experiment, limit) && await experiments.IsUnchangedAsync(experiment, cancellationToken);
            var oldRuns = await RunsAsync(experiment.ExperimentId, limit, isDryRun, cancellationToken);
            var oldModels = await LoggedModelsAsync(
                experiment.ExperimentId, isDue ? null : limit, isDryRun, registered, errors, cancellationToken);
            (runs, models) = (runs + oldRuns, models + oldModels);
            if (!isDue) continue;
            if (!isDryRun) due.Add(experiment);
            else if (!await experiments.HasContentAsync(experiment, oldRuns, oldModels, cancellationToken)) removed++;
        }

        try
        {
            if (!isDryRun) await purge.PurgeAsync(cancellationToken);
        }
        catch (AggregateException e)
        {
            errors.AddRange(e.InnerExceptions);
        }

        // Last of all, when nothing is in them any more.
        foreach (var experiment in due)
            if (await experiments.RemoveAsync(experiment, cancellationToken)) removed++;

        var uploads = await artifacts.RemoveUnfinishedAsync(limit, isDryRun, cancellationToken);
        var report = new CleanUpReport(runs, models, await unseen.RemoveAsync(grace, isDryRun, cancellationToken))
        {
            Uploads = uploads,
            Experiments = removed,
        };
        return errors.Count == 0 ? report : throw new AggregateException(errors);
    }

    /// <summary>Lets deleted runs expire now; then they are removed as all expired ones are.</summary>
    private async Task<int> RunsAsync(string experimentId, DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken)
    {
        var (count, millis) = (0, limit.ToUnixTimeMilliseconds());
        var old = table.Runs.Query(RunItem.Index.ByExperiment(experimentId))
            .Where(r => r.Lifecycle == LifecycleStage.Deleted & r.DeletedTime <= millis);
        await foreach (var run in old.WithCancellation(cancellationToken))
            if (isDryRun || await ExpireAsync(run, cancellationToken)) count++;

        return count;
    }

    private async Task<bool> ExpireAsync(RunItem run, CancellationToken cancellationToken)
    {
        // A time to live has whole seconds.
        var (now, deleted) = (time.GetUtcNow().AddSeconds(-1), run.DeletedTime!.Value);
        // The same deletion as was read: otherwise the run was restored, and perhaps deleted again.
        var update = table.Runs.Update(RunItem.Key(run.RunId)).Set(r => r.ExpiresAt, now)
            .If(r => r.Lifecycle == LifecycleStage.Deleted & r.DeletedTime == deleted);
        var removal = table.RunRemovals.Put(new RunRemovalItem { RunId = run.RunId, DueAt = now, ArtifactUri = run.ArtifactUri });
        try
        {
            await table.Client.TransactWriteAsync([update, removal], cancellationToken);
            return true;
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(update))
        {
            return false;
        }
    }

    private async Task<int> LoggedModelsAsync(
        string experimentId, DateTimeOffset? limit, bool isDryRun, RegisteredFiles registered, List<Exception> errors,
        CancellationToken cancellationToken)
    {
        var (count, all) = (0, table.LoggedModels.Query(LoggedModelItem.Index.ByExperiment(experimentId)));
        // Without a limit the experiment itself is old, and its models go with it.
        var old = limit?.ToUnixTimeMilliseconds() is { } millis
            ? all.Where(m => m.Lifecycle == LifecycleStage.Deleted & m.LastUpdateTime <= millis)
            : all;
        await foreach (var model in old.WithCancellation(cancellationToken))
        {
            // Versions of registered models have their files here.
            if (await registered.HaveAsync(model.ModelId, cancellationToken)) continue;
            try
            {
                if (!isDryRun) await RemoveAsync(model, cancellationToken);
                count++;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // One folder that can't be deleted must not keep all others.
                errors.Add(e);
            }
        }

        return count;
    }

    private async Task RemoveAsync(LoggedModelItem model, CancellationToken cancellationToken)
    {
        await artifacts.DeleteIfOwnAsync(model.ArtifactUri, cancellationToken);
        await parts.OfLoggedModelAsync(model.ModelId, cancellationToken);
        // Nobody can restore the model, so its own item goes last, and is found again until then.
        await table.LoggedModels.DeleteAsync(LoggedModelItem.Key(model.ModelId), cancellationToken);
    }
}
