using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class InputTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task LogInputs_Dataset_ComesBackOnceAndAsFirstLogged()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var (first, second) = (await Client.CreateRunAsync(experimentId), await Client.CreateRunAsync(experimentId));
        await LogAsync(first, Dataset("iris", "d1", "train"), Dataset("iris", "d1", "ignored"), Dataset("iris", "d2", "eval"));
        await LogAsync(first, Dataset("iris", "d1", "other"));
        await LogAsync(second, Dataset("iris", "d1", "train"));

        var inputs = (await Client.RunAsync(first))["inputs"]!["dataset_inputs"]!.AsArray();
        Assert.Equal(
            ["d1:train", "d2:eval"],
            inputs.Select(i => $"{(string)i!["dataset"]!["digest"]!}:{(string)i["tags"]![0]!["value"]!}").Order(StringComparer.Ordinal));
        Assert.Equal("{\"s\":1}", (string)inputs[0]!["dataset"]!["schema"]!);
        Assert.Null(inputs[0]!["dataset"]!["profile"]);

        var summaries = (await Client.PostAsync("experiments/search-datasets", new { experiment_ids = new[] { experimentId } }))
            .Ok()["dataset_summaries"]!.AsArray();
        Assert.Equal(
            ["d1:train", "d2:eval"],
            summaries.Select(s => $"{(string)s!["digest"]!}:{(string)s["context"]!}").Order(StringComparer.Ordinal));
        Assert.Equal(
            [first],
            await Client.SearchAsync(
                new { experiment_ids = new[] { experimentId }, filter = "dataset.digest = 'd2' AND dataset.context LIKE 'ev%'" }));
    }

    [Fact]
    public async Task LogInputs_LongSchemaAndProfile_ComeBackWhole()
    {
        var id = await Client.CreateRunAsync();
        var (schema, profile) = (
            new string('s', 99_999) + string.Concat(Enumerable.Repeat("\ud83d\ude00", 200_000)),
            new string('\u20ac', 3_000_000));
        var dataset = new { name = "n", digest = "d", source_type = "t", source = "s", schema, profile };
        (await Client.PostAsync("runs/log-inputs", new { run_id = id, datasets = new[] { new { dataset } } })).Ok();
        (await Client.PostAsync(
            "runs/log-inputs",
            new { run_id = id, datasets = new[] { new { dataset = dataset with { schema = new string('x', 50_000) } } } }))
            .Ok();
        var logged = (await Client.RunAsync(id))["inputs"]!["dataset_inputs"]![0]!["dataset"]!;
        Assert.True(schema == (string)logged["schema"]! && profile == (string)logged["profile"]!);
    }

    [Fact]
    public async Task LogInputs_TagsBeyondAnItem_AreRefused()
    {
        var tags = Enumerable.Range(0, 1000).Select(i => new { key = $"k{i}", value = new string('v', 500) });
        var dataset = new { name = "n", digest = "d", source_type = "t", source = "s" };
        (await Client.PostAsync(
            "runs/log-inputs",
            new { run_id = await Client.CreateRunAsync(), datasets = new[] { new { dataset, tags } } }))
            .Is(400, "INVALID_PARAMETER_VALUE", "too large");
    }

    [Fact]
    public async Task LogInputs_TooManyTags_AreRefused()
    {
        var tags = Enumerable.Range(0, 1001).Select(i => new { key = $"{i}", value = "" });
        var dataset = new { name = "n", digest = "d", source_type = "t", source = "s" };
        (await Client.PostAsync(
            "runs/log-inputs",
            new { run_id = await Client.CreateRunAsync(), datasets = new[] { new { dataset, tags } } }))
            .Is(400, "INVALID_PARAMETER_VALUE", "'datasets[0].tags' has 1001 elements, but at most 1000 are allowed");
    }

    [Fact]
    public async Task LogInputsAndOutputs_Models_ShowOnTheRun()
    {
        var id = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/log-inputs", new { run_id = id, models = new[] { new { model_id = "m-1" } } })).Ok();
        (await Client.PostAsync("runs/outputs", new { run_id = id, models = new[] { new { model_id = "m-2", step = 3 } } })).Ok();
        var run = await Client.RunAsync(id);
        Assert.Equal("""[{"model_id":"m-1"}]""", run["inputs"]!["model_inputs"]!.ToJsonString());
        Assert.Equal("""[{"model_id":"m-2","step":3}]""", run["outputs"]!["model_outputs"]!.ToJsonString());
    }

    [Theory]
    [InlineData(
        """{"dataset":{"digest":"d","source_type":"t","source":"s"}}""",
        "Missing value for required parameter 'datasets[0].dataset.name'")]
    [InlineData("""{"tags":[]}""", "Missing value for required parameter 'datasets[0].dataset'")]
    [InlineData(
        """{"dataset":{"name":"n","digest":"0123456789012345678901234567890123456","source_type":"t","source":"s"}}""",
        "'digest' exceeds the maximum length of 36")]
    [InlineData(
        """{"dataset":{"name":"n","digest":"d","source_type":"t","source":"s"},"tags":[{"key":"k","value":"LONG"}]}""",
        "'value' exceeds the maximum length of 500")]
    [InlineData(
        """{"dataset":{"name":"n","digest":"d","source_type":"t","source":"s"},"tags":[{"value":"v"}]}""",
        "'datasets[0].tags[0].key'")]
    public async Task LogInputs_WrongDataset_IsNamedByItsPlace(string dataset, string message) =>
        (await Client.PostAsync(
            "runs/log-inputs",
            $$"""{"run_id":"{{await Client.CreateRunAsync()}}","datasets":[{{dataset.Replace("LONG", new string('v', 501))}}]}"""))
            .Is(400, "INVALID_PARAMETER_VALUE", message);

    [Fact]
    public async Task SearchDatasets_NoneOrTooManyExperiments_IsRefused()
    {
        (await Client.PostAsync("experiments/search-datasets", new { })).Is(400, "INVALID_PARAMETER_VALUE", "at least one experiment_id");
        (await Client.PostAsync("experiments/search-datasets", new { experiment_ids = Enumerable.Range(0, 21).Select(i => $"{i}") }))
            .Is(400, "INVALID_PARAMETER_VALUE", "more than 20");
        Assert.Equal("{}", (await Client.PostAsync("experiments/search-datasets", new { experiment_ids = new[] { "9999" } })).Ok().Text);
    }

    private static object Dataset(string name, string digest, string context) => new
    {
        dataset = new { name, digest, source_type = "local", source = "{}", schema = "{\"s\":1}" },
        tags = new[] { new { key = "mlflow.data.context", value = context } },
    };

    private async Task LogAsync(string runId, params object[] datasets) =>
        (await Client.PostAsync("runs/log-inputs", new { run_id = runId, datasets })).Ok();
}
