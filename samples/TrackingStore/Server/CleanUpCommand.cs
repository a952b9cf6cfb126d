using System.Globalization;
using Amazon.Runtime;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>Removes what was deleted long ago, and what nobody sees any more, once.</summary>
internal static class CleanUpCommand
{
    /// <summary>How long an item without its owner is watched. A request that creates the owner does not take that long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>Cleans up.</summary>
    /// <param name="options">Which table, and which folder of artifacts.</param>
    /// <param name="isDryRun">Whether it only counts.</param>
    /// <param name="grace">How long an item without its owner is watched.</param>
    /// <param name="output">Where it says what it did.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(
        ServerOptions options, bool isDryRun, TimeSpan grace, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            StoreFolders.RequireData(options);
            var root = ArtifactRoot.For(options);
            StoreFolders.RequireArtifacts(root);
            await using var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton(options.Time)
                .AddTrackingClient(options)
                .AddSingleton<TrackingTable>()
                .AddSingleton(provider => root.Open(options, provider.GetRequiredService<ILogger<Outage>>()))
                .AddCleanUp()
                .AddSingleton<OrphanFolders>()
                .BuildServiceProvider();
            var age = TimeSpan.FromDays(options.CleanUpAfterDays!.Value);
            var left = new LeftArtifacts(services.GetRequiredService<IArtifactStore>());
            CleanUpReport removed;
            try
            {
                removed = await services.GetRequiredService<CleanUp>().RunAsync(age, grace, isDryRun, left, cancellationToken);
            }
            finally
            {
                // Also of what was removed before an error: nothing names them any more.
                if (left.ToString() is { } places) await output.WriteLineAsync(places);
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{(isDryRun ? "Would remove" : "Removed")} {removed.Runs} runs, {removed.LoggedModels} logged models, " +
                $"{removed.Uploads} unfinished uploads, " +
                $"{removed.Experiments} experiments, and the remains of {removed.Owners} others."));
            // They may belong to another table, so that a person decides.
            var orphans = services.GetRequiredService<OrphanFolders>().FindAsync(options.Time.GetUtcNow() - age, cancellationToken);
            await foreach (var folder in orphans)
                await output.WriteLineAsync($"No run or logged model of this table has the folder {folder}. It is kept.");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or AggregateException
            or BatchWriteException or TrackingException or AmazonClientException or AmazonServiceException or OperationCanceledException)
        {
            await output.WriteLineAsync($"The clean-up ended early: {e.Message} Run it again to go on.");
            return 1;
        }
    }

    /// <summary>Registers what cleans up, besides the table and the artifacts.</summary>
    public static IServiceCollection AddCleanUp(this IServiceCollection services) => services
        .AddSingleton<RunStages>()
        .AddSingleton<RunSweep>()
        .AddSingleton<ExperimentPurge>()
        .AddSingleton<LoggedModelPurge>()
        .AddSingleton<TakenModels>()
        .AddSingleton<RunPurge>()
        .AddSingleton<PartRemoval>()
        .AddSingleton<PartOwners>()
        .AddSingleton<ModelReader>()
        .AddSingleton<TalliedWrites>()
        .AddSingleton<VersionRemains>()
        .AddSingleton<UnseenParts>()
        .AddSingleton<CleanUp>();
}
