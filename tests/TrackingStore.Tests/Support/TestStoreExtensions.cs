using TrackingStore.Artifacts;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Tests.Support;

/// <summary>What several tests do with a store.</summary>
internal static class TestStoreExtensions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Creates a run with a name, and returns its id.</summary>
    public static async Task<string> CreateRunAsync(this TestStore store, string experimentId = "0", long start = 0) =>
        (await store.Runs.CreateAsync(new NewRun(experimentId, "u", "r", start, [new NamedValue(RunNames.Tag, "r")]), Ct)).Run.RunId;

    /// <summary>Logs one of everything to a run: a parameter, a tag, points, data sets short and long, models and an artifact.</summary>
    public static async Task LogAllAsync(this TestStore store, string runId, string experimentId = "0")
    {
        await store.Log.LogBatchAsync(
            runId,
            [.. Enumerable.Range(0, 1200).Select(i => new MetricPoint($"m{i % 3}", i, i, i))],
            [new NamedValue("p", "1")],
            [new NamedValue("t", "1")],
            Ct);
        await store.Inputs.LogInputsAsync(runId, [DatasetOf("short", "s"), DatasetOf("long", new string('s', 250_000))], ["m-1"], Ct);
        await store.Inputs.LogOutputsAsync(runId, [new OutputModel("m-2", 1)], Ct);
        using var content = new MemoryStream([1, 2, 3]);
        await store.Artifacts.WriteAsync(ArtifactPath.Parse($"{experimentId}/{runId}/artifacts/a.bin"), content, Ct);
    }

    /// <summary>Summarizes the runs of the table that have no summary, or an old one.</summary>
    /// <returns>Their number.</returns>
    public static async Task<long> SummarizeAsync(this TestStore store)
    {
        var last = new BackfillProgress("", 0, 0, 0, null);
        await new SummaryBackfill(store.Table, store.Summaries).RunAsync(
            null,
            null,
            progress =>
            {
                last = progress;
                return Task.CompletedTask;
            },
            Ct);
        return last.Corrected;
    }

    /// <summary>The ids of an experiment's runs in a stage, the newest first.</summary>
    public static async Task<string[]> SearchAsync(this TestStore store, LifecycleStage stage, string experimentId = "0")
    {
        var query = new RunQuery([experimentId], RunFilter.Everything, RunOrder.NewestFirst, stage, 100, null);
        return [.. (await store.RunSearch.SearchAsync(query, Ct)).Page.Select(run => run.Run.RunId)];
    }

    private static DatasetUse DatasetOf(string name, string schema) =>
        new() { Name = name, Digest = "d", SourceType = "t", Source = "s", Schema = schema, Tags = [] };
}
