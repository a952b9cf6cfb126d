using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Which logged models have files that versions of registered models use.</summary>
internal sealed class RegisteredFiles(TrackingTable table)
{
    private static readonly ItemKinds<object> Versions = new ItemKinds<object>().Add<ModelVersionItem>();
    private IReadOnlyList<string>? names;

    /// <summary>
    /// Whether a version was registered from a logged model. The model's tag says so only if the client named the model and nobody removed
    /// the tag, so the first call scans the table for all versions.
    /// </summary>
    public async Task<bool> HaveAsync(string loggedModel, CancellationToken cancellationToken)
    {
        names ??= await ReadAsync(cancellationToken);
        return names.Any(name => name.Contains(loggedModel, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await foreach (var item in table.RunTags.Scan().As(Versions).WithCancellation(cancellationToken))
        {
            if (item is ModelVersionItem version)
                found.AddRange([version.StorageLocation, version.Source, version.LoggedModelId ?? ""]);
        }

        return found;
    }
}
