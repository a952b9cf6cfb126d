using System.Globalization;
using Amazon.Runtime;
using DynamoToolkit;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>
/// Copies the tags of all runs to the runs' items: once after the materializer was switched on, after it was off, or on a schedule instead
/// of it. Servers may run meanwhile.
/// </summary>
internal static class BackfillCommand
{
    /// <summary>Works through the table, and reports after each page where to continue.</summary>
    /// <param name="options">Which table.</param>
    /// <param name="from">Where an earlier call ended; null for the beginning.</param>
    /// <param name="unitsPerSecond">How many capacity units a second it uses on average; null for no limit.</param>
    /// <param name="output">Where it reports.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(
        ServerOptions options, string? from, double? unitsPerSecond, TextWriter output, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(options.Time)
            .AddTrackingClient(options)
            .AddSingleton<TrackingTable>()
            .BuildServiceProvider();
        try
        {
            var sweep = new SweepOptions { From = from, CapacityUnitsPerSecond = unitsPerSecond, OnPage = ReportAsync };
            await services.GetRequiredService<TrackingTable>().Runs.BackfillMaterializedAsync(sweep, cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or PageTokenException or AmazonClientException or AmazonServiceException or OperationCanceledException)
        {
            await output.WriteLineAsync($"The backfill ended early: {e.Message}");
            return 1;
        }

        async Task ReportAsync(SweepResult page, CancellationToken token)
        {
            var result = (MaterializedBackfillResult)page;
            var place = result.Next is { } next ? $"Continue with --from {next}" : "Done";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Scanned} runs, {result.Changed} corrected, {result.CapacityUnits:0.#} units. {place}"));
        }
    }
}
