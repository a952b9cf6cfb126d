using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Experiments and runs with random names, searched with the indexes of names and without them.</summary>
internal sealed class NamedData(TestStore store, Random random, IReadOnlyList<string> words)
{
    private const int Experiments = 8;
    private const int Runs = 120;

    private static readonly string[][] RunOrders =
        [[], ["attributes.start_time DESC"], ["attributes.run_name ASC"], ["attributes.end_time DESC"], ["tags.mlflow.runName DESC"]];

    private static readonly string[][] ExperimentOrders = [[], ["name DESC"], ["last_update_time ASC"]];

    private readonly List<string> experiments = ["0"];
    private readonly List<string> runs = [];
    private readonly NameIndex unused = new(store.Table, isWanted: false);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes the experiments and runs.</summary>
    public async Task FillAsync()
    {
        for (var i = 0; i < Experiments; i++)
        {
            store.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(2)));
            experiments.Add(await store.Experiments.CreateAsync($"{Name()}{i}", null, [], null, Ct));
        }

        for (var i = 0; i < Runs; i++)
        {
            var run = new NewRun(experiments[random.Next(3)], "u", Name(), random.Next(20), []);
            runs.Add((await store.Runs.CreateAsync(run, Ct)).Run.RunId);
        }
    }

    /// <summary>Renames, deletes and restores some of them.</summary>
    public async Task ChangeAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            var id = Pick(runs);
            var run = await store.Runs.RequireAsync(id, Ct);
            if (run.Lifecycle == LifecycleStage.Deleted) await store.Runs.RestoreAsync(id, Ct);
            else if (i == 0) await store.Runs.DeleteAsync(id, Ct);
            else if (i % 2 == 0) await store.Runs.SetTagAsync(id, new NamedValue(RunNames.Tag, Name()), Ct);
            else await store.Runs.UpdateAsync(id, null, random.Next(9), Name(), Ct);
        }

        var experiment = experiments[random.Next(3, experiments.Count)];
        var item = (await store.Experiments.GetAsync(experiment, Ct)).Experiment;
        if (item.Lifecycle == LifecycleStage.Deleted) await store.Experiments.RestoreAsync(experiment, Ct);
        else if (random.Next(3) == 0) await store.Experiments.DeleteAsync(experiment, Ct);
        else await store.Experiments.RenameAsync(experiment, $"{Name()}{experiment}", Ct);
    }

    /// <summary>Searches runs in both ways, page by page.</summary>
    /// <returns>1 if the index was of use.</returns>
    public async Task<int> CheckRunsAsync(string filter, int round)
    {
        var parsed = RunFilterParser.Parse(filter);
        var query = new RunQuery(
            [.. experiments.Take(1 + random.Next(4))],
            parsed,
            RunOrderParser.Parse(RunOrders[round % RunOrders.Length]),
            Stage(),
            random.Next(1, 30),
            null);
        var expected = await AllAsync(query, unused);
        Assert.Equal((filter, expected), (filter, await AllAsync(query, store.Names)));
        return await store.Names.FindRunsAsync(query.ExperimentIds, parsed.NamePatterns, 200, Ct) is null ? 0 : 1;
    }

    /// <summary>Searches experiments in both ways, page by page.</summary>
    public async Task CheckExperimentsAsync(string filter, int round)
    {
        var query = new ExperimentQuery(
            ExperimentFilterParser.Parse(filter),
            ExperimentOrderParser.Parse(ExperimentOrders[round % ExperimentOrders.Length]),
            Stage(),
            random.Next(1, 5),
            null);
        var expected = await AllAsync(query, unused);
        Assert.Equal((filter, expected), (filter, await AllAsync(query, store.Names)));
    }

    private async Task<string> AllAsync(RunQuery query, NameIndex names)
    {
        var search = new RunSearch(store.Table, store.Runs, new RunColumns(store.Table), new KeptSummaries(false), names);
        var (found, next) = (new List<string>(), (string?)null);
        do
        {
            (var page, next) = await search.SearchAsync(query with { Token = next }, Ct);
            found.Add(string.Join(' ', page.Select(run => run.Run.RunId)) + (next is null ? "." : ","));
        }
        while (next is not null);
        return string.Join('\n', found);
    }

    private async Task<string> AllAsync(ExperimentQuery query, NameIndex names)
    {
        var search = new ExperimentSearch(store.Table, store.Experiments, names);
        var (found, next) = (new List<string>(), (string?)null);
        do
        {
            (var page, next) = await search.SearchAsync(query with { Token = next }, Ct);
            found.Add(string.Join(' ', page.Select(e => e.Experiment.ExperimentId)) + (next is null ? "." : ","));
        }
        while (next is not null);
        return string.Join('\n', found);
    }

    private LifecycleStage? Stage() => random.Next(3) switch { 0 => null, 1 => LifecycleStage.Deleted, _ => LifecycleStage.Active };

    private string Name() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(words)));

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
