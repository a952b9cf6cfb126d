using System.Text.Json;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class ConcurrencyTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task CreateExperiment_SameNameFromManyTasks_MakesExactlyOne()
    {
        for (var round = 0; round < 5; round++)
        {
            var name = MlflowClient.NewName();
            var answers = await AtOnceAsync(20, _ => Client.PostAsync("experiments/create", new { name }));
            var winner = Assert.Single(answers, a => a.Status == 200);
            Assert.All(answers.Where(a => a != winner), a => a.Is(400, "RESOURCE_ALREADY_EXISTS", name));
            Assert.Equal(
                (string)winner["experiment_id"]!,
                (string)(await Client.GetAsync("experiments/get-by-name?experiment_name=" + name)).Ok()["experiment"]!["experiment_id"]!);
        }
    }

    [Fact]
    public async Task CreateExperiment_ManyAtOnce_GetDistinctIds()
    {
        var ids = await AtOnceAsync(50, _ => Client.CreateExperimentAsync());
        Assert.Equal(50, ids.Distinct().Count());
    }

    [Fact]
    public async Task RenameExperiment_ToOneNameFromMany_GivesItToExactlyOne()
    {
        var ids = await AtOnceAsync(10, _ => Client.CreateExperimentAsync());
        var name = MlflowClient.NewName();
        var answers = await AtOnceAsync(10, i => Client.PostAsync("experiments/update", new { experiment_id = ids[i], new_name = name }));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.Is(400, "RESOURCE_ALREADY_EXISTS", name));
    }

    [Fact]
    public async Task LogParameter_DifferentValuesAtOnce_KeepsExactlyOne()
    {
        var id = await Client.CreateRunAsync();
        var answers = await AtOnceAsync(20, i => i % 2 == 0
            ? Client.PostAsync("runs/log-parameter", new { run_id = id, key = "p", value = $"{i}" })
            : Client.PostAsync(
                "runs/log-batch",
                new { run_id = id, @params = new[] { new { key = "p", value = $"{i}" }, new { key = $"other{i}", value = "x" } } }));
        var winner = Assert.Single(Enumerable.Range(0, 20), i => answers[i].Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.Is(400, "INVALID_PARAMETER_VALUE", "Changing param values is not allowed."));
        var logged = (await Client.RunAsync(id))["data"]!["params"]!.AsArray()
            .ToDictionary(p => (string)p!["key"]!, p => (string)p!["value"]!);
        Assert.Equal($"{winner}", logged["p"]);
        Assert.Equal(winner % 2 == 0 ? 1 : 2, logged.Count);
    }

    [Fact]
    public async Task LogMetric_ShuffledWriters_LeaveTheGreatestAsTheLatest()
    {
        var id = await Client.CreateRunAsync();
        var steps = Enumerable.Range(-50, 200).ToArray();
        Random.Shared.Shuffle(steps);
        await AtOnceAsync(20, writer => Client.PostAsync("runs/log-batch", new
        {
            run_id = id,
            metrics = steps[(writer * 10)..((writer + 1) * 10)]
                .Select(step => new { key = $"m{step & 1}", value = -step, timestamp = 1000 - step, step }),
        }));
        var latest = (await Client.RunAsync(id))["data"]!["metrics"]!.AsArray();
        Assert.Equal(["m0:148", "m1:149"], latest.Select(m => $"{m!["key"]}:{m["step"]}"));
        Assert.Equal(100, (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=m0")).Ok()["metrics"]!.AsArray().Count);
    }

    [Fact]
    public async Task LogModel_ManyAtOnce_LosesNone()
    {
        var id = await Client.CreateRunAsync();
        var answers = await AtOnceAsync(8, i => Client.PostAsync("runs/log-model", new
        {
            run_id = id,
            model_json = JsonSerializer.Serialize(new { artifact_path = $"m{i}", flavors = new { }, utc_time_created = "x", run_id = id }),
        }));
        Assert.All(answers, a => a.Ok());
        var tag = (await Client.RunAsync(id))["data"]!["tags"]!.AsArray().Single(t => (string)t!["key"]! == "mlflow.log-model.history")!;
        Assert.Equal(8, JsonDocument.Parse((string)tag["value"]!).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task DeleteExperiment_WhileRunsAreCreated_CanBeRepeatedUntilNoRunIsLeft()
    {
        var id = await Client.CreateExperimentAsync();
        var creating = AtOnceAsync(10, _ => Client.PostAsync("runs/create", new { experiment_id = id }));
        (await Client.PostAsync("experiments/delete", new { experiment_id = id })).Ok();
        var answers = await creating;
        Assert.All(answers, a => Assert.True(a.Status is 200 or 400, a.Text));
        // A run may slip in between the last sweep and the end of its own creation; deleting it with its experiment again must work.
        (await Client.PostAsync("experiments/restore", new { experiment_id = id })).Ok();
        (await Client.PostAsync("experiments/delete", new { experiment_id = id })).Ok();
        Assert.Empty(await Client.SearchAsync(new { experiment_ids = new[] { id } }));
    }

    private static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> action) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => action(i))));
}
