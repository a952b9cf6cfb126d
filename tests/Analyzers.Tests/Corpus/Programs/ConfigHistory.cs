using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Configs;
using DynamoToolkit;

namespace Corpus.Programs.ConfigHistory;

/// <summary>Configurations with all their versions.</summary>
public sealed class ConfigHistory(DynamoTable<Configuration> configurations)
{
    public Task<Configuration> SaveAsync(Configuration changed, string by, CancellationToken cancellationToken) =>
        configurations.SaveVersionAsync(changed, by: by, cancellationToken);

    public async Task<Configuration?> SetAsync(string path, string name, string value, string by, CancellationToken cancellationToken) =>
        await configurations.UpdateVersionAsync(
            Configuration.History(path),
            configuration => configuration with
            {
                Settings = new Dictionary<string, string>(configuration.Settings) { [name] = value },
            },
            by: by,
            cancellationToken: cancellationToken);

    public async Task<IReadOnlyList<string>> LogAsync(string path, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await foreach (var version in configurations.QueryVersions(Configuration.History(path)).Descending().Limit(20)
            .WithCancellation(cancellationToken))
        {
            lines.Add($"{version.Version} by {version.UpdatedBy} at {version.UpdatedAt:u}");
        }

        return lines;
    }

    public Task<List<Configuration>> OfServiceAsync(string service, CancellationToken cancellationToken) =>
        configurations.Query(Configuration.Index.ByService(service)).ToListAsync(cancellationToken);

    public async Task RollBackAsync(string path, int version, string by, CancellationToken cancellationToken)
    {
        var history = Configuration.History(path);
        if (await configurations.GetVersionAsync(history, version, cancellationToken: cancellationToken) is not null)
            await configurations.RestoreVersionAsync(history, version, by: by, cancellationToken);
    }

    public Task TidyAsync(string path, CancellationToken cancellationToken) =>
        configurations.PruneVersionsAsync(Configuration.History(path), keep: 100, cancellationToken);
}
