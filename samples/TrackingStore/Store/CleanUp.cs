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
    LoggedModelPurge loggedModels,
    TakenModels takenModels,
    UnseenParts unseen,
    IArtifactStore artifacts,
    TimeProvider time)
{
    /// <summary>Cleans up.</summary>
    /// <param name="age">How long ago something must have been deleted.</param>
    /// <param name="grace">How long an item without its owner is watched before it is taken for left behind.</param>
    /// <param name="isDryRun">Whether it only counts.</param>
    /// <param name="left">Gets the artifacts that stay.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="AggregateException">Something could not be removed; everything else was.</exception>
    public async Task<CleanUpReport> RunAsync(
        TimeSpan age, TimeSpan grace, bool isDryRun, LeftArtifacts left, CancellationToken cancellationToken)
    {
        var limit = time.GetUtcNow() - age;
        var (runs, models, removed) = (0, 0, 0);
        var due = new List<ExperimentItem>();
        var taken = new List<(ExperimentItem Experiment, LoggedModelItem Model)>();
        var registered = new RegisteredFiles(table);
        var errors = new List<Exception>();
        await foreach (var experiment in table.Experiments.Query(ExperimentItem.Index.Experiments()).WithCancellation(cancellationToken))
        {
            var isDue = ExperimentPurge.IsDue(experiment, limit) && await experiments.IsUnchangedAsync(experiment, cancellationToken);
            var oldRuns = await RunsAsync(experiment.ExperimentId, limit, isDryRun, left, cancellationToken);
            runs += oldRuns;
            if (isDue && !isDryRun)
            {
                due.Add(experiment);
                await TakeLoggedModelsAsync(experiment, registered, taken, errors, cancellationToken);
                continue;
            }

            if (!isDryRun && experiment.Lifecycle == LifecycleStage.Active)
                await takenModels.GiveBackAllAsync(experiment.ExperimentId, cancellationToken);
            var oldModels = await LoggedModelsAsync(
                experiment.ExperimentId, isDue ? null : limit, isDryRun, registered, left, errors, cancellationToken);
            models += oldModels;
            if (isDue && !await experiments.HasContentAsync(experiment, oldRuns, oldModels, cancellationToken)) removed++;
        }

        // Each step is tried, whatever became of those before it: otherwise one that always fails would keep the others for ever.
        async Task<int> TryAsync(Func<Task<int>> step)
        {
            try
            {
                return await step();
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                errors.AddRange(e is AggregateException several ? several.InnerExceptions : [e]);
                return 0;
            }
        }

        models += await TryAsync(() => RemoveTakenAsync(taken, left, errors, cancellationToken));
        if (!isDryRun) await TryAsync(() => purge.PurgeAsync(left, cancellationToken));
        // Last of all, when nothing is in them any more.
        foreach (var experiment in due)
            removed += await TryAsync(async () => await experiments.RemoveAsync(experiment, cancellationToken) ? 1 : 0);

        var uploads = await TryAsync(() => artifacts.RemoveUnfinishedAsync(limit, isDryRun, cancellationToken));
        var owners = await TryAsync(() => unseen.RemoveAsync(grace, isDryRun, cancellationToken));
        return errors.Count == 0
            ? new CleanUpReport(runs, models, owners) { Uploads = uploads, Experiments = removed }
            : throw new AggregateException(errors);
    }

    /// <summary>Lets deleted runs expire now; then they are removed as all expired ones are.</summary>
    private async Task<int> RunsAsync(
        string experimentId, DateTimeOffset limit, bool isDryRun, LeftArtifacts left, CancellationToken cancellationToken)
    {
        var (count, millis) = (0, limit.ToUnixTimeMilliseconds());
        var old = table.Runs.Query(RunItem.Index.ByExperiment(experimentId))
            .Where(r => r.Lifecycle == LifecycleStage.Deleted & r.DeletedTime <= millis);
        await foreach (var run in old.WithCancellation(cancellationToken))
        {
            // The removal reports the artifacts that it leaves.
            if (isDryRun) left.Add(run.ArtifactUri);
            else if (!await ExpireAsync(run, cancellationToken)) continue;
            count++;
        }

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
        string experimentId, DateTimeOffset? limit, bool isDryRun, RegisteredFiles registered, LeftArtifacts left,
        List<Exception> errors, CancellationToken cancellationToken)
    {
        var (count, all) = (0, table.LoggedModels.Query(LoggedModelItem.Index.ByExperiment(experimentId)));
        // Without a limit the experiment itself is old, and its models would go with it.
        var old = limit?.ToUnixTimeMilliseconds() is { } millis
            ? all.Where(m => m.Lifecycle == LifecycleStage.Deleted & m.LastUpdateTime <= millis & m.IsTaken.NotExists())
            : all;
        await foreach (var model in old.WithCancellation(cancellationToken))
        {
            // Versions of registered models have their files here.
            if (await registered.HaveAsync(model.ModelId, cancellationToken)) continue;
            try
            {
                if (!isDryRun) await loggedModels.RemoveAsync(model, cancellationToken);
                left.Add(model.ArtifactUri);
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

    /// <summary>Takes the models of an old experiment, which go with it.</summary>
    private async Task TakeLoggedModelsAsync(
        ExperimentItem experiment, RegisteredFiles registered, List<(ExperimentItem Experiment, LoggedModelItem Model)> taken,
        List<Exception> errors, CancellationToken cancellationToken)
    {
        var all = table.LoggedModels.Query(LoggedModelItem.Index.ByExperiment(experiment.ExperimentId));
        await foreach (var model in all.WithCancellation(cancellationToken))
        {
            if (await registered.HaveAsync(model.ModelId, cancellationToken)) continue;
            try
            {
                if (await loggedModels.TakeAsync(experiment, model, cancellationToken)) taken.Add((experiment, model));
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                errors.Add(e);
            }
        }
    }

    /// <summary>Removes models that were taken, except those that are in use again.</summary>
    private async Task<int> RemoveTakenAsync(
        List<(ExperimentItem Experiment, LoggedModelItem Model)> taken, LeftArtifacts left, List<Exception> errors,
        CancellationToken cancellationToken)
    {
        // Another look at the versions: one may have been registered before its model was taken. And at each experiment, as that one takes
        // time.
        var (count, registered) = (0, new RegisteredFiles(table));
        foreach (var (experiment, model) in taken)
        {
            var isRegistered = await registered.HaveAsync(model.ModelId, cancellationToken);
            try
            {
                if (isRegistered || !await loggedModels.BeginRemovalAsync(experiment, model, cancellationToken))
                {
                    await takenModels.GiveBackAsync(model.ModelId, cancellationToken);
                    continue;
                }

                await loggedModels.RemoveAsync(model, cancellationToken);
                left.Add(model.ArtifactUri);
                count++;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                errors.Add(e);
            }
        }

        return count;
    }
}
