using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>Searches of registered models and their versions.</summary>
public sealed class ModelSearchTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Models_AreFoundByPartsOfTheirNamesAndTags()
    {
        var prefix = MlflowClient.NewName();
        string[] names = [$"{prefix}-MyPipeline", $"{prefix}-pipe", $"{prefix}-other"];
        foreach (var name in names) await Client.CreateModelAsync(name, ("team", name[^1..]));
        Assert.Equal([names[1]], await Client.SearchModelsAsync($"name LIKE '{prefix}%pipe%'"));
        Assert.Equal([names[0], names[1]], await Client.SearchModelsAsync($"name ILIKE '{prefix}-%PIPE%'"));
        Assert.Equal([names[2]], await Client.SearchModelsAsync($"name LIKE '{prefix}%' AND tags.team = 'r'"));
        Assert.Equal(
            [names[1], names[2]],
            await Client.SearchModelsAsync($"name LIKE '{prefix}%' AND name != '{names[0]}'", "&order_by=name DESC"));
        Array.Sort(names, StringComparer.Ordinal);
        Assert.Equal(names, await Client.SearchModelsAsync($"name LIKE '{prefix}%'"));
    }

    [Fact]
    public async Task Models_ComeInPages()
    {
        var prefix = MlflowClient.NewName();
        for (var i = 0; i < 7; i++) await Client.CreateModelAsync($"{prefix}-{i}");
        var (found, token, pages) = (new List<string>(), "", 0);
        do
        {
            var answer = (await Client.GetAsync(
                $"registered-models/search?max_results=3&filter=name LIKE '{prefix}%'&page_token={Uri.EscapeDataString(token)}")).Ok();
            found.AddRange(ModelClient.Names(answer));
            (token, pages) = ((string?)answer["next_page_token"], pages + 1);
        }
        while (token is not null);
        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"{prefix}-{i}"), found);
    }

    [Fact]
    public async Task Prompts_AreFoundOnlyIfTheFilterAsksForThem()
    {
        var prefix = MlflowClient.NewName();
        var model = await Client.CreateModelAsync(prefix + "-model");
        var prompt = await Client.CreateModelAsync(prefix + "-prompt", ("mlflow.prompt.is_prompt", "true"));
        var named = $"name LIKE '{prefix}%'";
        Assert.Equal([model], await Client.SearchModelsAsync(named));
        Assert.Equal([prompt], await Client.SearchModelsAsync($"{named} AND tags.`mlflow.prompt.is_prompt` = 'true'"));
        Assert.Equal([model], await Client.SearchModelsAsync($"{named} AND tags.`mlflow.prompt.is_prompt` != 'true'"));
        Assert.Equal([model], await Client.SearchModelsAsync($"{named} AND tags.`mlflow.prompt.is_prompt` = 'false'"));
        (await Client.PostAsync("registered-models/create", new { name = prompt })).Is(
            400,
            "RESOURCE_ALREADY_EXISTS",
            $"Tried to create a registered model with name '{prompt}', but the name is already taken by a prompt.");
    }

    [Fact]
    public async Task Versions_AreFoundByModelNumberRunAndSource()
    {
        var prefix = MlflowClient.NewName();
        string[] names = [await Client.CreateModelAsync(prefix + "-a"), await Client.CreateModelAsync(prefix + "-b")];
        string[] runs = [await Client.CreateRunAsync(), await Client.CreateRunAsync()];
        await Client.CreateVersionAsync(names[0], "s3://b/1", runs[0]);
        await Client.CreateVersionAsync(names[0], "s3://b/2");
        await Client.CreateVersionAsync(names[1], "s3://b/3", runs[1]);
        const string byName = "&order_by=name&order_by=version_number DESC";
        Assert.Equal(
            [$"{names[0]} 2", $"{names[0]} 1", $"{names[1]} 1"], await Client.SearchVersionsAsync($"name LIKE '{prefix}%'", byName));
        Assert.Equal([$"{names[0]} 2"], await Client.SearchVersionsAsync($"name = '{names[0]}' AND version_number > 1"));
        Assert.Equal([$"{names[1]} 1"], await Client.SearchVersionsAsync($"run_id = '{runs[1]}'"));
        Assert.Equal([$"{names[0]} 1", $"{names[1]} 1"], await Client.SearchVersionsAsync($"run_id IN ('{runs[0]}', '{runs[1]}')", byName));
        string RunsIn(int count) =>
            $"run_id IN ({string.Concat(Enumerable.Range(1, count - 1).Select(i => $"'{i:x32}', "))}'{runs[1]}')";
        Assert.Equal([$"{names[1]} 1"], await Client.SearchVersionsAsync(RunsIn(1000)));
        (await Client.GetAsync("model-versions/search?filter=" + Uri.EscapeDataString(RunsIn(1001))))
            .Is(400, "INVALID_PARAMETER_VALUE", "The list of 'run_id' has more than 1000 elements. Use several searches.");
        (await Client.PostAsync("runs/search", new { experiment_ids = new[] { "0" }, filter = RunsIn(1001) }))
            .Is(400, "INVALID_PARAMETER_VALUE", "The list of 'run_id' has more than 1000 elements. Use several searches.");
        Assert.Equal([$"{names[0]} 2"], await Client.SearchVersionsAsync($"name LIKE '{prefix}%' AND source_path LIKE '%/2'"));
        Assert.Equal([$"{names[0]} 2"], await Client.SearchVersionsAsync($"name = '{names[0]}' AND run_id = ''"));

        // What changed last comes first; a renamed model changes its versions.
        (await Client.PostAsync("registered-models/rename", new { name = names[0], new_name = names[0] + "2" })).Ok();
        Assert.Equal(
            [$"{names[0]}2 2", $"{names[0]}2 1", $"{names[1]} 1"], await Client.SearchVersionsAsync($"name LIKE '{prefix}%'"));
    }
}
