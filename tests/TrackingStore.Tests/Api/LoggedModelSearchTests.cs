using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>Searches of logged models, with MLflow's cases.</summary>
public sealed class LoggedModelSearchTests : IAsyncLifetime
{
    private const string Invalid = "INVALID_PARAMETER_VALUE";
    private readonly MemoryServer server = new();
    private readonly Dictionary<string, string> ids = [];
    private string experiment = "";
    private string other = "";

    private MlflowClient Client => server.Client;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        (experiment, other) = (await Client.CreateExperimentAsync(), await Client.CreateExperimentAsync());
        var run = await Client.CreateRunAsync(experiment);
        foreach (var (i, name) in ((string[])["a", "b", "c", "d"]).Index())
        {
            ids[name] = await Client.CreateLoggedModelAsync(experiment, new
            {
                name,
                model_type = i < 2 ? "agent" : null,
                source_run_id = i == 0 ? run : null,
                @params = new[] { new { key = "depth", value = $"{i}" } },
                tags = new[] { new { key = "tag 1", value = $"v{i}" } },
            });
            await Eventually.IsLaterAsync();
        }

        ids["e"] = await Client.CreateLoggedModelAsync(other, new { name = "e" });
        var metrics = new[]
        {
            Point("a", "acc", 0.9, 1, "one", "1"), Point("a", "acc", 0.8, 2, "two", "2"),
            Point("b", "acc", 0.8, 3, "one", "x"), Point("b", "acc", 0.9, 4, "two", "2"),
            Point("c", "loss", 1, 1, null, null),
        };
        (await Client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("", "d c b a")]
    [InlineData("name = 'a'", "a")]
    [InlineData("attributes.name = 'a'", "a")]
    [InlineData("name LIKE 'A%'", "")]
    [InlineData("name ILIKE 'A%'", "a")]
    [InlineData("name != 'a'", "d c b")]
    [InlineData("name IN ('a')", "a")]
    [InlineData("name IN ('a',)", "a")]
    [InlineData("name NOT IN ('a', 'foo')", "d c b")]
    [InlineData("model_type = 'agent'", "b a")]
    [InlineData("model_type != 'agent'", "")]
    [InlineData("status = 'PENDING' AND name = 'd'", "d")]
    [InlineData("creation_timestamp > 0", "d c b a")]
    [InlineData("creation_time = 0", "")]
    [InlineData("last_updated_timestamp > 0 AND params.depth = '1'", "b")]
    [InlineData("tags.`tag 1` = 'v2'", "c")]
    [InlineData("metrics.acc >= 0.9", "b a")]
    [InlineData("metrics.acc < 0.85", "b a")]
    [InlineData("metrics.loss = 1", "c")]
    [InlineData("metrics.acc > 0.5 AND params.depth LIKE '0%'", "a")]
    public async Task Filter_FindsWhatPasses(string filter, string expected) =>
        Assert.Equal((expected, null), await Client.SearchLoggedModelsAsync(new { experiment_ids = new[] { experiment }, filter }));

    [Theory]
    [InlineData("", "one", null, "b a")]
    [InlineData("", "one", "1", "a")]
    [InlineData("", "none", null, "")]
    [InlineData("metrics.acc >= 0.9", "one", null, "a")]
    [InlineData("metrics.acc >= 0.9", "two", "2", "b")]
    public async Task Datasets_ChooseTheMetricsThatCount(string filter, string name, string? digest, string expected)
    {
        var datasets = new[] { new { dataset_name = name, dataset_digest = digest } };
        Assert.Equal(
            (expected, null), await Client.SearchLoggedModelsAsync(new { experiment_ids = new[] { experiment }, filter, datasets }));
    }

    [Theory]
    [InlineData("""{"field_name":"name"}""", "a b c d")]
    [InlineData("""{"field_name":"name","ascending":false}""", "d c b a")]
    [InlineData("""{"field_name":"creation_time","ascending":false}""", "d c b a")]
    [InlineData("""{"field_name":"creation_timestamp","ascending":true}""", "a b c d")]
    [InlineData("""{"field_name":"model_type"}""", "b a d c")]
    [InlineData("""{"field_name":"metrics.acc"}""", "a b d c")] // the latest points are 0.8 and 0.9
    [InlineData("""{"field_name":"metrics.acc","ascending":false}""", "b a d c")]
    [InlineData("""{"field_name":"metrics.loss"}""", "c d b a")]
    [InlineData("""{"field_name":"metrics.acc","dataset_name":"one"}""", "b a d c")]
    [InlineData("""{"field_name":"metrics.acc","dataset_digest":"1"}""", "a d c b")]
    public async Task Order_IsMlflows(string key, string expected)
    {
        var body = $$"""{"experiment_ids":["{{experiment}}"],"order_by":[{{key}}]}""";
        Assert.Equal((expected, null), await Client.SearchLoggedModelsAsync(body));
        // The same in pages.
        var (names, token) = (new List<string>(), "");
        do
        {
            var (name, next) = await Client.SearchLoggedModelsAsync(
                $$"""{"experiment_ids":["{{experiment}}"],"order_by":[{{key}}],"max_results":1,"page_token":"{{token}}"}""");
            names.Add(name);
            token = next;
        }
        while (token is not null && names.Count < 10);
        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public async Task DeletedModels_AreNotFound_AndPagesOfSeveralExperimentsAreOneList()
    {
        (await Client.DeleteAsync("logged-models/" + ids["c"], new { })).Ok();
        string[] both = [experiment, other];
        Assert.Equal(("e d b a", null), await Client.SearchLoggedModelsAsync(new { experiment_ids = both }));
        var (first, next) = await Client.SearchLoggedModelsAsync(new { experiment_ids = both, max_results = 2 });
        Assert.Equal("e d", first);
        Assert.Equal(("b a", null), await Client.SearchLoggedModelsAsync(new { experiment_ids = both, page_token = next }));
        (await Client.PostAsync("logged-models/search", new { experiment_ids = new[] { other }, page_token = next }))
            .Is(400, Invalid, "Experiment IDs in the page token do not match");
        (await Client.PostAsync("logged-models/search", new { experiment_ids = both, page_token = next, filter = "name = 'a'" }))
            .Is(400, Invalid, "Filter string in the page token does not match");
        var order = new[] { new { field_name = "creation_time" } };
        (await Client.PostAsync("logged-models/search", new { experiment_ids = both, page_token = next, order_by = order }))
            .Is(400, Invalid, "Order by in the page token does not match");
        (await Client.PostAsync("logged-models/search", new { experiment_ids = both, page_token = "x" }))
            .Is(400, Invalid, "Invalid page token");
    }

    [Theory]
    [InlineData("{}", "Missing value for required parameter 'experiment_ids'")]
    [InlineData("""{"experiment_ids":["0"],"filter":"Foo"}""", "Invalid filter string")]
    [InlineData("""{"experiment_ids":["0"],"filter":"name = 'a' OR name = 'b'"}""", "Invalid filter string")]
    [InlineData("""{"experiment_ids":["0"],"filter":"foo.bar = 'a'"}""", "Invalid entity type: 'foo'. Expected one of")]
    [InlineData("""{"experiment_ids":["0"],"filter":"name > 'foo'"}""", "Invalid comparison operator for name: '>'")]
    [InlineData("""{"experiment_ids":["0"],"filter":"metrics.foo LIKE 0"}""", "Invalid comparison operator")]
    [InlineData("""{"experiment_ids":["0"],"filter":"bogus = 'a'"}""", "Invalid attribute key 'bogus'")]
    [InlineData("""{"experiment_ids":["0"],"datasets":[{}]}""", "`dataset_name` in the `datasets` clause must be specified.")]
    [InlineData("""{"experiment_ids":["0"],"order_by":[{}]}""", "`field_name` in the `order_by` clause must be specified.")]
    [InlineData("""{"experiment_ids":["0"],"order_by":[{"field_name":"bogus"}]}""", "Invalid order by field name: bogus")]
    [InlineData("""{"experiment_ids":["0"],"order_by":[{"field_name":"params.a"}]}""", "Only metrics are supported.")]
    [InlineData("""{"experiment_ids":["0"],"order_by":[{"field_name":"metrics."}]}""", "It has no metric.")]
    [InlineData("""{"experiment_ids":["0"],"order_by":[{"field_name":"metrics.``"}]}""", "It has no metric.")]
    [InlineData("""{"experiment_ids":["0"],"max_results":-1}""", "It must be a positive integer")]
    public async Task BadSearch_IsRefused(string body, string message) =>
        (await Client.PostAsync("logged-models/search", body)).Is(400, Invalid, message);

    private object Point(string model, string key, double value, long timestamp, string? dataset, string? digest) =>
        new { key, value, timestamp, step = 0, model_id = ids[model], dataset_name = dataset, dataset_digest = digest };
}
