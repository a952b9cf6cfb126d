using System.Text.Json.Nodes;
using TrackingStore.Endpoints.GraphQl;
using TrackingStore.Protocol.GraphQl;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>The documents of MLflow's page, and what must not be taken.</summary>
public sealed class GraphQlTests(SignInServer server) : IClassFixture<SignInServer>
{
    private const string GetRun =
        """
        query GetRun($data: MlflowGetRunInput!) @component(name: "MLflow.Run") {
          mlflowGetRun(input: $data) {
            apiError { helpUrl code message }
            run {
              ...Info # a comment
              experiment { experimentId name tags { key value } lifecycleStage artifactLocation lastUpdateTime }
              modelVersions { status version name source }
              data { metrics { key value step timestamp } params { key value } tags { key value } }
              inputs {
                datasetInputs { dataset { digest name profile schema source sourceType } tags { key value } } modelInputs { modelId }
              }
              outputs { modelOutputs { modelId step } }
            }
          }
        }
        fragment Info on MlflowRunExtension {
          info { runName status runUuid experimentId endTime lifecycleStage startTime userId __typename }
        }
        """;

    private MlflowClient Client => server.Admin;

    /// <summary>Fields of MLflow 3.14, which this server has nothing for.</summary>
    [Fact]
    public async Task GetExperiment_HasTheFieldsOfNewerServers_WithoutValues()
    {
        var query = "{ mlflowGetExperiment(input: {experimentId: \"0\"}) "
            + "{ experiment { name effectiveTraceArchivalRetention workspace } } }";
        var answer = (await Client.SendAsync(HttpMethod.Post, "/graphql", new { query })).Ok();
        Assert.Equal(
            """{"name":"Default","effectiveTraceArchivalRetention":"","workspace":""}""",
            answer["data"]!["mlflowGetExperiment"]!["experiment"]!.ToJsonString());
    }

    [Fact]
    public async Task GetRun_ShowsTheRun_InGraphQlsForm()
    {
        var (experiment, run) = await CreateAsync(Client);
        var name = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(name, "s3://b/m", run);
        var shown = (await SendAsync(Client, GetRun, new { data = new { runId = run } })).Data["mlflowGetRun"]!;
        Assert.Null(shown["apiError"]);
        var info = shown["run"]!["info"]!;
        Assert.Equal(
            $$"""{"runName":"{{info["runName"]}}","status":"RUNNING","runUuid":"{{run}}","experimentId":"{{experiment}}",""" +
            """ "endTime":"0","lifecycleStage":"active","startTime":"7","userId":"","__typename":"MlflowRunInfo"}"""[1..],
            info.ToJsonString());
        Assert.Equal(
            """[{"key":"a","value":1.5,"step":"2","timestamp":"3"},{"key":"b","value":null,"step":"0","timestamp":"3"}]""",
            shown["run"]!["data"]!["metrics"]!.ToJsonString());
        Assert.Equal(experiment, (string)shown["run"]!["experiment"]!["experimentId"]!);
        Assert.Equal(
            $$"""[{"status":"READY","version":"1","name":"{{name}}","source":"s3://b/m"}]""",
            shown["run"]!["modelVersions"]!.ToJsonString());
        Assert.Equal("""{"datasetInputs":[],"modelInputs":[]}""", shown["run"]!["inputs"]!.ToJsonString());
        Assert.Equal("""{"modelOutputs":[{"modelId":"m-1","step":"4"}]}""", shown["run"]!["outputs"]!.ToJsonString());
        Assert.Equal("[]", shown["run"]!["data"]!["params"]!.ToJsonString());
    }

    [Theory]
    [InlineData("query")]
    [InlineData("mutation")]
    public async Task SearchRuns_GetExperiment_AndHistory_Answer(string operation)
    {
        var (experiment, run) = await CreateAsync(Client);
        var search = await SendAsync(
            Client,
            operation + " SearchRuns($data: MlflowSearchRunsInput!) " +
            "{ mlflowSearchRuns(input: $data) { runs { info { runId } experiment { name } modelVersions { name creationTimestamp } } } }",
            new { data = new { experimentIds = new[] { experiment }, maxResults = 5, filter = "metrics.a = 1.5" } });
        Assert.Equal(run, (string)search.Data["mlflowSearchRuns"]!["runs"]![0]!["info"]!["runId"]!);
        var history = await SendAsync(
            Client,
            "query ($data: X) { mlflowGetMetricHistoryBulkInterval(input: $data) { metrics { timestamp step runId key value } } }",
            new { data = new { runIds = new[] { run }, metricKey = "a", maxResults = 320 } });
        Assert.Equal(
            $$"""{"metrics":[{"timestamp":"3","step":"2","runId":"{{run}}","key":"a","value":1.5}]}""",
            history.Data["mlflowGetMetricHistoryBulkInterval"]!.ToJsonString());
        var shown = await SendAsync(
            Client,
            $$"""{ x: mlflowGetExperiment(input: {experimentId: "{{experiment}}"}) { experiment { experimentId tags { key } } } }""");
        Assert.Equal($$$$"""{"x":{"experiment":{"experimentId":"{{{{experiment}}}}","tags":[]}}}""", shown.Data.ToJsonString());
    }

    /// <summary>MLflow's answers have the defaults of its messages for everything but messages themselves.</summary>
    [Fact]
    public async Task WhatIsNotThere_IsEmptyOrZero()
    {
        var (experiment, run) = await CreateAsync(Client);
        var dataset = new { name = "n", digest = "d", source_type = "t", source = "s" };
        (await Client.PostAsync("runs/log-inputs", new { run_id = run, datasets = new[] { new { dataset } } })).Ok();
        await Client.CreateVersionAsync(await Client.CreateModelAsync(), "s3://b/m", run);
        var (data, error) = await SendAsync(
            Client,
            $$"""
            { mlflowSearchRuns(input: {experimentIds: ["{{experiment}}"]}) {
              nextPageToken apiError { code }
              runs {
                info { endTime userId }
                data { metrics { key datasetName datasetDigest modelId runId } }
                inputs { datasetInputs { dataset { schema profile } tags { key } } modelInputs { modelId } }
                experiment { tags { key } }
                modelVersions { userId statusMessage description runLink aliases tags { key } }
              }
            } }
            """);
        Assert.Null(error);
        const string none = """ "datasetName":"","datasetDigest":"","modelId":"","runId":"" """;
        Assert.Equal(
            $$$"""
            {"nextPageToken":"","apiError":null,"runs":[{"info":{"endTime":"0","userId":""},
            "data":{"metrics":[{"key":"a",{{{none.Trim()}}}},{"key":"b",{{{none.Trim()}}}}]},
            "inputs":{"datasetInputs":[{"dataset":{"schema":"","profile":""},"tags":[]}],"modelInputs":[]},"experiment":{"tags":[]},
            "modelVersions":[{"userId":"","statusMessage":"","description":"","runLink":"","aliases":[],"tags":[]}]}]}
            """.ReplaceLineEndings(""),
            data["mlflowSearchRuns"]!.ToJsonString());
    }

    [Fact]
    public async Task Artifacts_AndDatasets_AreListed_AsByTheApi()
    {
        var (experiment, run) = await CreateAsync(Client);
        foreach (var path in (string[])["a.txt", "folder/b.txt"])
        {
            var file = $"/api/2.0/mlflow-artifacts/artifacts/{experiment}/{run}/artifacts/{path}";
            (await Client.SendAsync(HttpMethod.Put, file, "12345"u8.ToArray())).Ok();
        }

        const string listed = "{ rootUri files { path isDir fileSize } nextPageToken apiError { code } }";
        var artifacts = await SendAsync(Client, $$"""{ mlflowListArtifacts(input: {runId: "{{run}}"}) {{listed}} }""");
        Assert.Equal(
            $$"""{"mlflowListArtifacts":{"rootUri":"mlflow-artifacts:/{{experiment}}/{{run}}/artifacts","files":""" +
            """[{"path":"a.txt","isDir":false,"fileSize":"5"},{"path":"folder","isDir":true,"fileSize":"0"}],""" +
            """ "nextPageToken":"","apiError":null}}"""[1..],
            artifacts.Data.ToJsonString());
        var below = await SendAsync(
            Client, $$"""{ mlflowListArtifacts(input: {runId: "{{run}}", path: "folder"}) { files { path } } }""");
        Assert.Equal("""{"mlflowListArtifacts":{"files":[{"path":"folder/b.txt"}]}}""", below.Data.ToJsonString());
        var escape = await SendAsync(
            Client, $$"""{ mlflowListArtifacts(input: {runId: "{{run}}", path: "../.."}) { files { path } } }""");
        Assert.Equal("Invalid path", escape.Error);

        var dataset = new { name = "n", digest = "d", source_type = "t", source = "s" };
        (await Client.PostAsync("runs/log-inputs", new { run_id = run, datasets = new[] { new { dataset } } })).Ok();
        var datasets = await SendAsync(
            Client,
            $$"""mutation { mlflowSearchDatasets(input: {experimentIds: ["{{experiment}}"]}) """ +
            "{ datasetSummaries { experimentId name digest context } apiError { code } } }");
        Assert.Equal(
            $$"""{"mlflowSearchDatasets":{"datasetSummaries":[{"experimentId":"{{experiment}}","name":"n","digest":"d",""" +
            """ "context":""}],"apiError":null}}"""[1..],
            datasets.Data.ToJsonString());
    }

    /// <summary>Only readers of an experiment see its artifacts and data sets. Requests are limited as those of the API.</summary>
    [Fact]
    public async Task Artifacts_AndDatasets_AreChecked_AsByTheApi()
    {
        var (_, client) = await server.AddUserAsync();
        using var user = client;
        var (experiment, run) = await CreateAsync(Client);
        var artifacts = $$"""{ mlflowListArtifacts(input: {runId: "{{run}}"}) { files { path } } }""";
        var datasets = $$"""mutation { mlflowSearchDatasets(input: {experimentIds: ["{{experiment}}"]}) { datasetSummaries { name } } }""";
        foreach (var query in (string[])[artifacts, datasets])
        {
            Assert.Equal("Permission denied", (await SendAsync(user, query)).Error);
            Assert.Null((await SendAsync(Client, query)).Error);
        }

        var many = string.Concat(Enumerable.Range(0, 21).Select(i => $"\"{i}\" "));
        Assert.Contains(
            "cannot specify more than 20 experiment_ids",
            (await SendAsync(Client, datasets.Replace($"\"{experiment}\"", many, StringComparison.Ordinal))).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "must specify at least one experiment_id",
            (await SendAsync(Client, "mutation { mlflowSearchDatasets { datasetSummaries { name } } }")).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_AreChecked_AsTheRequestsOfTheApi()
    {
        var (_, client) = await server.AddUserAsync();
        using var user = client;
        var (experiment, run) = await CreateAsync(Client);
        Assert.Equal("Permission denied", (await SendAsync(user, GetRun, new { data = new { runId = run } })).Error);
        Assert.Equal("Permission denied", (await SendAsync(
            user, $$"""{ mlflowGetExperiment(input: {experimentId: "{{experiment}}"}) { experiment { name } } }""")).Error);
        Assert.Equal("Permission denied", (await SendAsync(
            user,
            $$"""{ mlflowGetMetricHistoryBulkInterval(input: {runIds: ["{{run}}"], metricKey: "a"}) { metrics { step } } }""")).Error);
        var found = await SendAsync(
            user, $$"""{ mlflowSearchRuns(input: {experimentIds: ["{{experiment}}"]}) { runs { info { runId } } } }""");
        Assert.Equal("[]", found.Data["mlflowSearchRuns"]!["runs"]!.ToJsonString());
        Assert.Equal("Run with id=0a not found", (await SendAsync(Client, GetRun, new { data = new { runId = "0a" } })).Error);
    }

    [Theory]
    [InlineData("", "Syntax Error: Unexpected '<EOF>'.")]
    [InlineData("{", "Syntax Error: Unexpected '<EOF>'.")]
    [InlineData("{ nothing }", "Cannot query field 'nothing' on type 'Query'.")]
    [InlineData("{ mlflowGetRun }", "must have a selection of subfields")]
    [InlineData("{ mlflowGetRun { run { info { runId { x } } } } }", "must not have a selection")]
    [InlineData("mutation { mlflowGetRun { run { info { runId } } } }", "Cannot query field 'mlflowGetRun' on type 'Mutation'.")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "within itself")]
    [InlineData("{ ...A }", "Unknown fragment 'A'.")]
    [InlineData("{ __typename @deprecated }", "Unknown directive '@deprecated'.")]
    [InlineData("{ __typename @skip }", "needs a boolean argument 'if'")]
    [InlineData("query A { __typename } query B { __typename }", "Must provide operation name")]
    [InlineData("query A { __typename } query A { __typename }", "several operations of the same name")]
    [InlineData("query ($a: X!) { __typename }", "Variable '$a' of a required type was not provided.")]
    [InlineData("{ mlflowGetRun(x: 1) { apiError { code } } }", "has one argument, 'input'")]
    [InlineData("{ mlflowGetRun(input: {runId: \"\\x\"}) { apiError { code } } }", "Syntax Error: Invalid string.")]
    [InlineData("{ mlflowGetRun(input: {runId: 1.2.3}) { apiError { code } } }", "Syntax Error: Invalid number: '1.2.3'.")]
    [InlineData("{ mlflowGetRun(input: {}) { apiError { code } } }", "Missing value for required parameter 'run_id'")]
    [InlineData("{ a: mlflowSearchRuns { nextPageToken } mlflowSearchRuns { nextPageToken } }", "more than one field 'mlflowSearchRuns'")]
    [InlineData(
        "{ a: mlflowListArtifacts { rootUri } b: mlflowListArtifacts { rootUri } }", "more than one field 'mlflowListArtifacts'")]
    [InlineData(
        "mutation { a: mlflowSearchDatasets { __typename } mlflowSearchDatasets { __typename } }",
        "more than one field 'mlflowSearchDatasets'")]
    [InlineData("{ mlflowSearchDatasets { __typename } }", "Cannot query field 'mlflowSearchDatasets' on type 'Query'.")]
    [InlineData("{ mlflowSearchRuns(input: {maxResults: 1001}) { nextPageToken } }", "It must be at most 1000, but got value 1001")]
    [InlineData(
        "{ mlflowSearchModelVersions(input: {maxResults: \"1001\"}) { nextPageToken } }",
        "must be at most 1000, but got value 1001")]
    [InlineData(
        "{ a: mlflowSearchModelVersions { __typename } mlflowSearchModelVersions { __typename } }",
        "more than one field 'mlflowSearchModelVersions'")]
    [InlineData("{ ? }", "Syntax Error: Unexpected character: '?'.")]
    [InlineData("subscription { __typename }", "Syntax Error: Unexpected 'subscription'.")]
    [InlineData("{ a: __typename, a: mlflowGetRun { apiError { code } } }", "conflict. Use different aliases")]
    public async Task WhatIsNotServed_IsAnError(string query, string error) =>
        Assert.Contains(error, (await SendAsync(Client, query)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Documents_AreLimited()
    {
        string[] aliases = [.. Enumerable.Range(0, 11).Select(i => $"a{i}: __typename")];
        await IsRefusedAsync($"{{ {string.Join(' ', aliases)} }}", "should have at most 10 aliases");
        var roots = "{ mlflowGetRun(input: {}) { apiError { code } } " + string.Join(' ', aliases.Take(10)) + " }";
        await IsRefusedAsync(roots, "should have at most 10 root fields, got 11 root fields");
        await IsRefusedAsync(string.Concat(Enumerable.Repeat("{ a ", 11)) + new string('}', 11), "exceeds maximum depth of 10");
        var lists = "{ mlflowGetRun(input: " + new string('[', 5000) + ") { apiError { code } } }";
        await IsRefusedAsync(lists, "exceeds maximum depth of 10");
        await IsRefusedAsync(
            "{ " + string.Concat(Enumerable.Repeat("__typename ", 1001)) + "}", "exceeds maximum total selections of 1000");
        var fragments = Enumerable.Range(0, 30).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ");
        var bomb = "{ ...F0 } " + string.Concat(fragments) + "fragment F30 on Query { __typename }";
        await IsRefusedAsync(bomb, "exceeds maximum total selections of 1000");
        await IsRefusedAsync("{ __typename }" + new string(' ', GraphQlLexer.MaxLength), "characters");

        async Task IsRefusedAsync(string query, string error) =>
            Assert.Contains(error, (await SendAsync(Client, query)).Error, StringComparison.Ordinal);
    }

    /// <summary>A short document that uses a long variable often would be a long request.</summary>
    [Fact]
    public async Task UsesOfVariables_AreLimited()
    {
        const string tooLong = "have more than 1000000 characters";
        var uses = string.Concat(Enumerable.Repeat("$id ", 900));
        var query = $"query ($id: X) {{ mlflowSearchRuns(input: {{experimentIds: [{uses}]}}) {{ nextPageToken }} }}";
        Assert.Null((await SendAsync(Client, query, new { id = "0" })).Error);
        Assert.Contains(
            tooLong, (await SendAsync(Client, query, new { id = new string('x', 2000) })).Error, StringComparison.Ordinal);
        Assert.Contains(
            tooLong,
            (await SendAsync(Client, "{ __typename }", new { id = new string('x', 1_000_001) })).Error,
            StringComparison.Ordinal);
        var list = string.Concat(Enumerable.Repeat("1 ", 1001));
        Assert.Contains(
            "more than 1000 elements",
            (await SendAsync(Client, $"{{ mlflowSearchRuns(input: {{experimentIds: [{list}]}}) {{ nextPageToken }} }}")).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"runId":"a","run_id":"b"}}""", "Field 'mlflowGetRun' has 'run_id' twice in its input.")]
    [InlineData("""{"data":{"runId":"a","runId":"b"}}""", "The variables are not valid JSON.")]
    [InlineData("""{"data":{},"data":{}}""", "The variables are not valid JSON.")]
    [InlineData("""{"data":{"runId":"\ud800"}}""", "The variables are not valid JSON.")]
    [InlineData("""{"data":{"\ud800":"a"}}""", "The variables are not valid JSON.")]
    [InlineData("""{"\ud800":{}}""", "The variables are not valid JSON.")]
    public async Task OddVariables_AreAnError(string variables, string error)
    {
        const string query = "query ($data: X) { mlflowGetRun(input: $data) { apiError { code } } }";
        var body = "{\"query\":\"" + query + "\",\"variables\":" + variables + "}";
        Assert.Equal(error, (await Client.AskWithAsync(body)).Error);
    }

    [Fact]
    public async Task DeepVariable_InADeepObject_IsAnError()
    {
        const string query = "query ($x: X) { mlflowGetRun(input: {a: {a: {a: {a: {a: {a: {a: $x}}}}}}}) { apiError { code } } }";
        var body = "{\"query\":\"" + query + "\",\"variables\":{\"x\":" + new string('[', 60) + new string(']', 60) + "}}";
        Assert.Equal("The variables are not valid JSON.", (await Client.AskWithAsync(body)).Error);
    }

    [Fact]
    public void Answers_AreLimited()
    {
        var message = new JsonObject { ["name"] = new string('x', AnswerBudget.MaxCharacters) };
        var field = new PlannedField("name", "name", new GraphQlType(GraphQlType.Text, false), [], []);
        var e = Assert.Throws<GraphQlException>(() => GraphQlJson.Select(message, [field], new AnswerBudget()));
        Assert.Contains("The answer has more than 16000000 characters.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directives_ChooseFields()
    {
        var shown = await SendAsync(
            Client,
            "query A($full: Boolean = false) " +
            "{ a: __typename @include(if: $full) b: __typename @skip(if: $full) ... @include(if: true) { c: __typename } }");
        Assert.Equal("""{"b":"Query","c":"Query"}""", shown.Data.ToJsonString());
    }

    private static async Task<(string Experiment, string Run)> CreateAsync(MlflowClient client)
    {
        var experiment = await client.CreateExperimentAsync();
        var run = await client.CreateRunAsync(experiment, 7);
        var metrics = new object[]
        {
            new { key = "a", value = 1.5, timestamp = 3, step = 2 }, new { key = "b", value = "NaN", timestamp = 3, step = 0 },
        };
        (await client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
        (await client.PostAsync("runs/outputs", new { run_id = run, models = new[] { new { model_id = "m-1", step = 4 } } })).Ok();
        return (experiment, run);
    }

    private static Task<(JsonObject Data, string? Error)> SendAsync(MlflowClient client, string query, object? variables = null) =>
        client.AskAsync(query, variables);
}
