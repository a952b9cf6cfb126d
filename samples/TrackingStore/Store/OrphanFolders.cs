using TrackingStore.Artifacts;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Folders of artifacts whose run or logged model does not exist: an upload after the removal made them, or a removal that broke off left
/// them. Only folders named as this server names them count: <c>{experiment}/{run}</c> and <c>{experiment}/models/{model}</c>.
/// </summary>
internal sealed class OrphanFolders(TrackingTable table, ArtifactRepository artifacts)
{
    /// <summary>Removes them.</summary>
    /// <param name="limit">Folders in which something was written later stay.</param>
    /// <param name="isDryRun">Whether it only counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many they are.</returns>
    public async Task<int> RemoveAsync(DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var experiment in Folders(ArtifactPath.Parse(null), ExperimentIds.IsValid, cancellationToken))
        {
            foreach (var run in Folders(experiment, IsRunId, cancellationToken))
                if (await IsRunMissingAsync(run.Name, cancellationToken) && Remove(run, limit, isDryRun, cancellationToken)) count++;

            var models = experiment.Append(ArtifactPath.Parse(ArtifactLocations.ModelsFolder));
            foreach (var model in Folders(models, LoggedModelIds.IsValid, cancellationToken))
                if (await IsModelMissingAsync(model.Name, cancellationToken) && Remove(model, limit, isDryRun, cancellationToken)) count++;
        }

        return count;
    }

    private static bool IsRunId(string name) => name.Length == 32 && name.All(char.IsAsciiHexDigitLower);

    private IEnumerable<ArtifactPath> Folders(ArtifactPath folder, Func<string, bool> isNamed, CancellationToken cancellationToken) =>
        artifacts.List(folder, cancellationToken).Where(entry => entry.IsFolder && isNamed(entry.Name))
            .Select(entry => folder.Append(ArtifactPath.Parse(entry.Name)));

    private bool Remove(ArtifactPath folder, DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken)
    {
        if (artifacts.LastWrite(folder, cancellationToken) > limit) return false;
        if (!isDryRun) artifacts.Delete(folder);
        return true;
    }

    private async Task<bool> IsRunMissingAsync(string id, CancellationToken cancellationToken) =>
        await table.Runs.GetAsync(RunItem.Key(id), consistentRead: true, cancellationToken) is null
        && await table.RunRemovals.GetAsync(RunRemovalItem.Key(id), consistentRead: true, cancellationToken) is null;

    private async Task<bool> IsModelMissingAsync(string id, CancellationToken cancellationToken) =>
        await table.LoggedModels.GetAsync(LoggedModelItem.Key(id), consistentRead: true, cancellationToken) is null;
}
