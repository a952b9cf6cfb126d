using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Brings the summaries on the runs' items up to date. It reads the run's item, then what was logged, and writes the summary if nobody has
/// written one since the item was read. So whatever was logged before is in it, and any number of servers may do the same.
/// </summary>
internal sealed class RunSummaries(TrackingTable table)
{
    private const int MaxTries = 20;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (Task Current, Task? Next)> refreshes = [];

    /// <summary>
    /// Summarizes a run to which something was logged. All calls that come while the run is read share the reading after that.
    /// </summary>
    public Task RefreshAsync(string runId, CancellationToken cancellationToken)
    {
        Task mine;
        lock (gate)
        {
            if (!refreshes.TryGetValue(runId, out var known)) refreshes[runId] = (mine = RefreshAsync(runId, after: null), null);
            else if (known.Next is { } next) mine = next;
            else refreshes[runId] = known with { Item2 = mine = RefreshAsync(runId, known.Current) };
        }

        return mine.WaitAsync(cancellationToken);
    }

    /// <summary>Summarizes a run whose summary may be old or missing.</summary>
    /// <returns>Whether it was, and the capacity units that this took.</returns>
    public async Task<(bool IsChanged, double Units)> SummarizeAsync(string runId, bool isForced, CancellationToken cancellationToken)
    {
        var units = 0.0;
        for (var tries = 1; ; tries++)
        {
            var found = await table.Runs.Get(RunItem.Key(runId)).ConsistentRead().ReturnConsumedCapacity().ExecuteAsync(cancellationToken);
            units += found.ConsumedCapacity?.CapacityUnits ?? 0;
            if (found.Item is not { } run) return (false, units);
            var data = await table.RunTags.Query(RunTagItem.Partition(runId)).ConsistentRead()
                .ReturnConsumedCapacity(used => units += used.CapacityUnits).As(TrackingTable.RunData).ToListAsync(cancellationToken);
            var summary = SummaryBytes.Write(data.ConvertAll(one => one.ToData()));
            if (!isForced && summary.AsSpan().SequenceEqual(run.Summary)) return (false, units);
            var update = table.Runs.Update(RunItem.Key(runId))
                .Set(r => r.Summary, summary)
                .Set(r => r.SummaryVersion, (run.SummaryVersion ?? 0) + 1)
                .ReturnConsumedCapacity();
            // Also the summary of the same content is written: a server that has read before this one must fail, and read again.
            update = run.SummaryVersion is { } version
                ? update.If(r => r.SummaryVersion == version)
                : update.If(r => r.RunId.Exists() && r.SummaryVersion.NotExists());
            try
            {
                var written = await update.ExecuteAsync(cancellationToken);
                return (true, units + (written.ConsumedCapacity?.CapacityUnits ?? 0));
            }
            catch (ConditionalCheckFailedException) when (tries < MaxTries)
            {
                await Task.Delay(Random.Shared.Next(10 * tries), cancellationToken);
            }
        }
    }

    private async Task RefreshAsync(string runId, Task? after)
    {
        // Errors of the reading before are for those who called for it.
        if (after is null) await Task.Yield();
        else await after.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await SummarizeAsync(runId, isForced: true, CancellationToken.None);
        }
        finally
        {
            lock (gate)
            {
                if (refreshes[runId].Next is { } next) refreshes[runId] = (next, null);
                else refreshes.Remove(runId);
            }
        }
    }
}
