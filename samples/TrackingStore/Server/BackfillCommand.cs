using System.Globalization;
using Amazon.Runtime;
using DynamoToolkit;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>
/// Brings into order what searches and histories use: for a table from before it, or after it was off. Servers may run meanwhile.
/// </summary>
internal static class BackfillCommand
{
    /// <summary>
    /// Summarizes all runs on the runs' items: once after summaries were switched on, after they were off, or on a schedule instead of the
    /// stream.
    /// </summary>
    /// <param name="options">Which table.</param>
    /// <param name="from">Where an earlier call ended; null for the beginning.</param>
    /// <param name="unitsPerSecond">How many capacity units a second it uses on average; null for no limit.</param>
    /// <param name="output">Where it reports after each page where to continue.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The exit code of the process.</returns>
    public static Task<int> SummarizeAsync(
        ServerOptions options, string? from, double? unitsPerSecond, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(options, output, services => services.GetRequiredService<SummaryBackfill>().RunAsync(
            from, unitsPerSecond, progress => ReportAsync(output, progress), cancellationToken));

    /// <summary>Fills the indexes of names, and notes that searches may use them.</summary>
    /// <inheritdoc cref="SummarizeAsync"/>
    public static Task<int> IndexNamesAsync(
        ServerOptions options, string? from, double? unitsPerSecond, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(options, output, services => services.GetRequiredService<NameBackfill>().RunAsync(
            from, unitsPerSecond, progress => ReportAsync(output, progress), cancellationToken));

    /// <summary>Moves the points of all runs into series, also those of servers from before there were packs.</summary>
    /// <param name="options">Which table.</param>
    /// <param name="from">The experiment with which an earlier call wants to be continued; null for the beginning.</param>
    /// <param name="output">Where it reports after each experiment where to continue.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> PackHistoryAsync(
        ServerOptions options, string? from, TextWriter output, CancellationToken cancellationToken)
    {
        var failed = 0;
        var code = await RunAsync(options, output, services => services.GetRequiredService<HistoryBackfill>().RunAsync(
            from,
            progress => output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{progress.Runs} runs, {progress.Points} single points and {progress.Packs} packs moved. {PlaceOf(progress.Next)}")),
            (runId, error) =>
            {
                failed++;
                return output.WriteLineAsync($"The history of run {runId} could not be packed: {error.Message}");
            },
            cancellationToken));
        if (failed > 0) await output.WriteLineAsync($"Runs that could not be packed: {failed}");
        return failed > 0 ? 1 : code;
    }

    private static async Task<int> RunAsync(ServerOptions options, TextWriter output, Func<IServiceProvider, Task> backfillAsync)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(options.Time)
            .AddTrackingClient(options)
            .AddSingleton<TrackingTable>()
            .AddSingleton(provider => new NameIndex(provider.GetRequiredService<TrackingTable>(), isWanted: false))
            .AddSingleton<NameBackfill>()
            .AddSingleton<RunSummaries>()
            .AddSingleton<SummaryBackfill>()
            .AddSingleton<SeriesSizes>()
            .AddSingleton<MetricSeries>()
            .AddSingleton<SeriesWriter>()
            .AddSingleton<HistoryMerge>()
            .AddSingleton<HistoryBackfill>()
            .BuildServiceProvider();
        try
        {
            StoreFolders.RequireData(options);
            await backfillAsync(services);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or PageTokenException or BatchWriteException
            or AmazonClientException or AmazonServiceException or OperationCanceledException)
        {
            await output.WriteLineAsync($"The backfill ended early: {e.Message}");
            return 1;
        }
    }

    private static Task ReportAsync(TextWriter output, BackfillProgress progress) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Looked} {progress.What}, {progress.Corrected} corrected, {progress.Units:0.#} units. {PlaceOf(progress.Next)}"));

    private static string PlaceOf(string? next) => next is null ? "Done" : $"Continue with --from {next}";
}
