using System.Runtime.CompilerServices;
using TrackingStore.Artifacts;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Folders of artifacts whose run or logged model does not exist in the table: an upload after the removal made them, or a removal that
/// broke off left them. Nothing removes them by itself: a folder can also belong to another table, or to an experiment whose own location
/// looks like that. Only folders named as this server names them count: <c>{experiment}/{run}</c> and <c>{experiment}/models/{model}</c>.
/// </summary>
internal sealed class OrphanFolders(PartOwners owners, IArtifactStore artifacts)
{
    /// <summary>Finds them.</summary>
    /// <param name="limit">Folders in which something was written later do not count.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Their paths below the root of the artifacts.</returns>
    public async IAsyncEnumerable<string> FindAsync(DateTimeOffset limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var experiment in await FoldersAsync(ArtifactPath.Parse(null), ExperimentIds.IsValid, cancellationToken))
        {
            foreach (var run in await FoldersAsync(experiment, IsRunId, cancellationToken))
                if (await IsOrphanAsync(new PartOwner(PartOwnerKind.Run, run.Name), run)) yield return run.ToString();

            var models = experiment.Append(ArtifactPath.Parse(ArtifactLocations.ModelsFolder));
            foreach (var model in await FoldersAsync(models, LoggedModelIds.IsValid, cancellationToken))
                if (await IsOrphanAsync(new PartOwner(PartOwnerKind.LoggedModel, model.Name), model)) yield return model.ToString();
        }

        async Task<bool> IsOrphanAsync(PartOwner owner, ArtifactPath folder) =>
            await owners.IsMissingAsync(owner, cancellationToken) && await artifacts.LastWriteAsync(folder, cancellationToken) <= limit;
    }

    private static bool IsRunId(string name) => name.Length == 32 && name.All(char.IsAsciiHexDigitLower);

    private async Task<IEnumerable<ArtifactPath>> FoldersAsync(
        ArtifactPath folder, Func<string, bool> isNamed, CancellationToken cancellationToken) =>
        (await artifacts.ListAsync(folder, cancellationToken)).Where(entry => entry.IsFolder && isNamed(entry.Name))
            .Select(entry => folder.Append(ArtifactPath.Parse(entry.Name)));
}
