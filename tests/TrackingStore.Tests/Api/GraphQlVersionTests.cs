using System.Text.Json.Nodes;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>Versions of registered models, and the names of types, as GraphQL shows them.</summary>
public sealed class GraphQlVersionTests(SignInServer server) : IClassFixture<SignInServer>
{
    private const string Search =
        "query ($data: X) { mlflowSearchModelVersions(input: $data) { modelVersions { name version } nextPageToken } }";

    private MlflowClient Client => server.Admin;

    /// <summary>What MLflow has no value for is an empty text or list, as in all answers.</summary>
    [Fact]
    public async Task Version_ShowsTheFieldsOfMlflowsSchema()
    {
        var model = (await Client.PostAsync("logged-models", new { experiment_id = "0", name = "n" })).Ok();
        var id = (string)model["model"]!["info"]!["model_id"]!;
        var name = await Client.CreateModelAsync();
        var run = await Client.CreateRunAsync();
        (await Client.PostAsync(
            "model-versions/create",
            new { name, source = $"models:/{id}", model_id = id, run_id = run, tags = new[] { new { key = "k", value = "v" } } })).Ok();
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "1" })).Ok();
        const string fields =
            """
            { __typename name version userId currentStage description source runId status statusMessage tags { __typename key value }
              runLink aliases modelId modelParams { name value } modelMetrics { key value }
              deploymentJobState { __typename jobId runId jobState runState currentTaskName } }
            """;
        var (data, error) = await Client.AskAsync(
            $$"""
            { mlflowSearchModelVersions(input: {filter: "name = '{{name}}'"}) {
                __typename modelVersions {{fields}} nextPageToken apiError { code errorDetails { field message } } }
              mlflowGetRun(input: {runId: "{{run}}"}) { run { modelVersions {{fields}} } } }
            """);
        Assert.Null(error);
        var version =
            $$$"""
            {"__typename":"MlflowModelVersion","name":"{{{name}}}","version":"1","userId":"","currentStage":"None","description":"",
            "source":"models:/{{{id}}}","runId":"{{{run}}}","status":"READY","statusMessage":"",
            "tags":[{"__typename":"MlflowModelVersionTag","key":"k","value":"v"}],"runLink":"","aliases":["best"],"modelId":"{{{id}}}",
            "modelParams":[],"modelMetrics":[],
            "deploymentJobState":{"__typename":"MlflowModelVersionDeploymentJobState","jobId":"","runId":"",
            "jobState":"DEPLOYMENT_JOB_CONNECTION_STATE_UNSPECIFIED","runState":"DEPLOYMENT_JOB_RUN_STATE_UNSPECIFIED",
            "currentTaskName":""}}
            """.ReplaceLineEndings("");
        Assert.Equal(
            $$"""
            {"__typename":"MlflowSearchModelVersionsResponse","modelVersions":[{{version}}],"nextPageToken":"","apiError":null}
            """.Trim(),
            data["mlflowSearchModelVersions"]!.ToJsonString());
        Assert.Equal(version, data["mlflowGetRun"]!["run"]!["modelVersions"]!.AsArray().Single()!.ToJsonString());

        var plain = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(plain);
        var other = await Client.AskAsync(
            $$"""{ mlflowSearchModelVersions(input: {filter: "name = '{{plain}}'"}) { modelVersions { modelId runId } } }""");
        Assert.Equal("""[{"modelId":"","runId":""}]""", other.Data["mlflowSearchModelVersions"]!["modelVersions"]!.ToJsonString());
    }

    /// <summary>A page and its token do not show that there are versions that the caller may not read.</summary>
    [Fact]
    public async Task Search_ShowsWhatTheCallerMayRead_InPages()
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        var prefix = MlflowClient.NewName("paged");
        string[] names = [.. Enumerable.Range(0, 6).Select(i => $"{prefix}-{i}")];
        foreach (var name in names) await Client.CreateVersionAsync(await Client.CreateModelAsync(name));
        foreach (var name in (string[])[names[0], names[3]])
        {
            var permission = new { name, username = user, permission = "READ" };
            (await Client.PostAsync("registered-models/permissions/create", permission)).Ok();
        }

        var query = new { filter = $"name LIKE '{prefix}%'", maxResults = "1", orderBy = new[] { "name" }, pageToken = "" };
        Assert.Equal([names[0]], NamesOf(await caller.AskAsync(Search, new { data = query }), out var token));
        Assert.Equal([names[3]], NamesOf(await caller.AskAsync(Search, new { data = query with { pageToken = token } }), out token));
        Assert.Equal("", token);
        Assert.Equal(names, NamesOf(await Client.AskAsync(Search, new { data = query with { maxResults = "6" } }), out token));
        Assert.Equal("", token);
        var error = (await caller.AskAsync(Search, new { data = new { filter = "x = 1" } })).Error;
        Assert.Contains("Invalid", error, StringComparison.Ordinal);
    }

    /// <summary>As in MLflow, whatever is wrong with one field leaves the others; what is wrong with the document leaves none.</summary>
    [Fact]
    public async Task FieldThatFails_IsNull_AndTheOthersAreAnswered()
    {
        var (_, client) = await server.AddUserAsync();
        using var caller = client;
        var (own, foreign) = (await caller.CreateExperimentAsync(), await Client.CreateExperimentAsync());
        string Get(string id) => $$"""mlflowGetExperiment(input: {experimentId: "{{id}}"}) { experiment { experimentId } }""";
        foreach (var (id, error) in new[] { (foreign, "Permission denied"), ("x", "Permission denied") })
        {
            var answer = await caller.AskAsync($"{{ a: {Get(own)} b: {Get(id)} c: __typename }}");
            Assert.Equal(error, answer.Error);
            Assert.Equal(
                $$$"""{"a":{"experiment":{"experimentId":"{{{own}}}"}},"b":null,"c":"Query"}""", answer.Data.ToJsonString());
        }

        Assert.Equal(
            """{"mlflowGetRun":null}""",
            (await Client.AskAsync("{ mlflowGetRun(input: {runId: \"0a\"}) { run { info { runId } } } }")).Data.ToJsonString());
        Assert.Empty((await caller.AskAsync($"{{ a: {Get(own)} b: nothing }}")).Data);
    }

    /// <summary>A client that keeps objects finds the fields of a fragment by the name of the type.</summary>
    [Fact]
    public async Task Types_HaveTheirNamesInMlflowsSchema()
    {
        var run = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/log-metric", new { run_id = run, key = "a", value = 1, timestamp = 1, step = 1 })).Ok();
        var (data, _) = await Client.AskAsync(
            $$"""
            { mlflowGetRun(input: {runId: "{{run}}"}) {
                run { __typename data { metrics { __typename } } experiment { __typename workspace effectiveTraceArchivalRetention } } }
              mlflowGetMetricHistoryBulkInterval(input: {runIds: ["{{run}}"], metricKey: "a"}) { metrics { __typename } } }
            """);
        Assert.Equal(
            """
            {"mlflowGetRun":{"run":{"__typename":"MlflowRunExtension","data":{"metrics":[{"__typename":"MlflowMetricExtension"}]},
            "experiment":{"__typename":"MlflowExperiment","workspace":"","effectiveTraceArchivalRetention":""}}},
            "mlflowGetMetricHistoryBulkInterval":{"metrics":[{"__typename":"MlflowMetricWithRunId"}]}}
            """.ReplaceLineEndings(""),
            data.ToJsonString());
    }

    private static string[] NamesOf((JsonObject Data, string? Error) answer, out string token)
    {
        Assert.Null(answer.Error);
        var page = answer.Data["mlflowSearchModelVersions"]!;
        token = (string)page["nextPageToken"]!;
        return [.. page["modelVersions"]!.AsArray().Select(version => (string)version!["name"]!)];
    }
}
