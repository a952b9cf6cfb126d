namespace DynamoToolkit.Integration.Tests.Docs.Readme;

/// <summary>What the README shows of the access to the items.</summary>
internal static class FirstScreen
{
    public static async Task<List<string>> RunAsync(DynamoClient db)
    {
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        var run = new Run { RunId = "a1", ExperimentId = "7", StartTime = DateTimeOffset.UtcNow, Labels = ["first"] };
        var found = new List<string>();

        // example: use
        var runs = db.Table<Run>();
        await runs.Put(run).If(r => r.RunId.NotExists()).ExecuteAsync();
        await runs.Update(Run.Key("a1")).Set(r => r.Status, RunStatus.Finished).If(r => r.Status != RunStatus.Finished).ExecuteAsync();
        await foreach (var recent in runs.Query(Run.Index.ByExperiment("7"), Run.Index.ByExperimentSortKey.AtLeast(yesterday)).Descending())
            found.Add($"{recent.RunId} is {recent.Status}");
        // end

        return found;
    }
}
