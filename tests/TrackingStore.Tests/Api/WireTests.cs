using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class WireTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Health_AndVersion_AreTexts()
    {
        Assert.Equal(new Answer(200, "OK"), await Client.SendAsync(HttpMethod.Get, "/health"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", (await Client.SendAsync(HttpMethod.Get, "/version")).Text);
    }

    [Fact]
    public async Task EveryPath_IsThereUnderAjaxApiToo() =>
        Assert.Equal(
            "Default",
            (string)(await Client.SendAsync(HttpMethod.Get, "/ajax-api/2.0/mlflow/experiments/get?experiment_id=0"))
                .Ok()["experiment"]!["name"]!);

    [Fact]
    public async Task UnknownPath_Is404_AndWrongMethod405_WithErrorBodies()
    {
        (await Client.GetAsync("no/such/thing")).Is(404, "ENDPOINT_NOT_FOUND", "no/such/thing");
        (await Client.SendAsync(HttpMethod.Delete, "/api/2.0/mlflow/experiments/create", "{}")).Is(405, "BAD_REQUEST", "DELETE");
        (await Client.GetAsync("experiments/create")).Is(405, "BAD_REQUEST", "GET");
    }

    /// <summary>Load balancers ask for the head of <c>/health</c>, and download managers for that of a file.</summary>
    [Fact]
    public async Task Head_IsAnsweredWhereGetIs_WithoutABody()
    {
        var run = await Client.CreateRunAsync();
        var file = $"/api/2.0/mlflow-artifacts/artifacts/0/{run}/artifacts/a.txt";
        (await Client.SendAsync(HttpMethod.Put, file, "text", "text/plain")).Ok();
        foreach (var path in (string[])["/health", "/version", "/ready", "/api/2.0/mlflow/runs/get?run_id=" + run, file])
            Assert.Equal(new Answer(200, ""), await Client.SendAsync(HttpMethod.Head, path));
        Assert.Equal(404, (await Client.SendAsync(HttpMethod.Head, "/api/2.0/mlflow/runs/get?run_id=none")).Status);
        Assert.Equal(405, (await Client.SendAsync(HttpMethod.Head, "/api/2.0/mlflow/runs/search")).Status);
    }

    /// <summary>Libraries for protocol buffers write names of fields so. What they send must not be lost.</summary>
    [Fact]
    public async Task FieldNames_InCamelCase_AreRead()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var body = new { experimentId, startTime = 5, runName = "camel", userId = "u" };
        var info = (await Client.PostAsync("runs/create", body)).Ok()["run"]!["info"]!;
        Assert.Equal(
            (experimentId, 5, "camel", "u"),
            ((string)info["experiment_id"]!, (long)info["start_time"]!, (string)info["run_name"]!, (string)info["user_id"]!));
        (await Client.PostAsync("runs/update", new { run_id = (string)info["run_id"]!, runId = "none", endTime = 7 })).Ok();
        Assert.Equal(7, (long)(await Client.RunAsync((string)info["run_id"]!))["info"]!["end_time"]!);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Post_OtherContentType_IsRefused(string? type) =>
        (await Client.SendAsync(HttpMethod.Post, "/api/2.0/mlflow/experiments/create", "{\"name\":\"x\"}", type))
            .Is(400, "INVALID_PARAMETER_VALUE", "Bad Request. Content-Type must be one of ['application/json'].");

    [Fact]
    public async Task Post_ContentTypeWithCharset_IsTaken() =>
        (await Client.SendAsync(
            HttpMethod.Post,
            "/api/2.0/mlflow/experiments/create",
            new { name = MlflowClient.NewName() },
            "application/json; charset=utf-8"))
            .Ok();

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"name\":")]
    public async Task Post_BodyThatIsNoObject_IsRefused(string body) =>
        (await Client.PostAsync("experiments/create", body)).Is(400, "BAD_REQUEST", "The body must be a JSON object.");

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Post_EmptyBody_HasNoArguments(string body) =>
        (await Client.PostAsync("experiments/create", body))
            .Is(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'name'.");

    [Fact]
    public async Task Post_BodyThatIsCutOff_CreatesNoRun()
    {
        var before = (await Client.SearchAsync(new { experiment_ids = new[] { "0" } })).Length;
        const string body = "{\"experiment_id\": \"1\", \"run_name\": \"first\", \"tags\": []}";
        for (var length = 1; length < body.Length; length++)
            (await Client.PostAsync("runs/create", body[..length])).Is(400, "BAD_REQUEST", "must be a JSON object");

        Assert.Equal(before, (await Client.SearchAsync(new { experiment_ids = new[] { "0" } })).Length);
    }

    [Theory]
    [InlineData("runs/create", "tags", """{"key":"k","value":"v"}""")]
    [InlineData("experiments/create", "tags", """{"key":"k","value":"v"}""")]
    [InlineData("runs/log-inputs", "datasets", "{}")]
    [InlineData("runs/log-inputs", "models", """{"model_id":"m"}""")]
    [InlineData("runs/outputs", "models", """{"model_id":"m"}""")]
    [InlineData("runs/search", "experiment_ids", "\"0\"")]
    [InlineData("runs/search", "order_by", "\"start_time\"")]
    [InlineData("experiments/search", "order_by", "\"name\"")]
    public async Task Post_ListThatIsTooLong_IsRefused(string path, string list, string element)
    {
        var elements = string.Join(',', Enumerable.Repeat(element, 1001));
        (await Client.PostAsync(path, $$"""{"name":"n","run_id":"r","{{list}}":[{{elements}}]}"""))
            .Is(400, "INVALID_PARAMETER_VALUE", $"The parameter '{list}' has 1001 elements, but at most 1000 are allowed.");
    }

    [Fact]
    public async Task Post_FilterThatIsTooLong_IsRefused()
    {
        var filter = string.Join(" AND ", Enumerable.Repeat("metrics.a > 1", 10_000));
        (await Client.PostAsync("runs/search", new { experiment_ids = new[] { "0" }, filter }))
            .Is(400, "INVALID_PARAMETER_VALUE", "at most 100000 are allowed");
    }

    [Fact]
    public async Task Post_BodyEncodedTwice_IsRead()
    {
        var name = MlflowClient.NewName();
        (await Client.PostAsync("experiments/create", $"\"{{\\\"name\\\":\\\"{name}\\\"}}\"")).Ok();
        (await Client.GetAsync("experiments/get-by-name?experiment_name=" + name)).Ok();
    }

    [Fact]
    public async Task Post_UnknownFields_AreIgnored() =>
        (await Client.PostAsync("experiments/create", new { name = MlflowClient.NewName(), color = new[] { 1 } })).Ok();

    [Fact]
    public async Task Post_WrongType_ShowsValueAndPythonType()
    {
        (await Client.PostAsync("experiments/create", new { name = 123 })).Is(
            400,
            "INVALID_PARAMETER_VALUE",
            "Invalid value 123 for parameter 'name' supplied. Hint: Value was of type 'int'. " +
            "See the API docs for more information about request parameters.");
        var answer = await Client.PostAsync("runs/log-metric", new { run_id = "a", key = "k", value = 1, timestamp = 1, step = "foo" });
        Assert.Contains("\\\"foo\\\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_GoOutAsNumbers_AndComeInAsNumbersOrTexts()
    {
        var runId = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/update", $$"""{"run_uuid":"{{runId}}","status":3,"end_time":"1700000000001"}""")).Ok();
        (await Client.PostAsync("runs/log-metric", $$"""{"run_id":"{{runId}}","key":"a","value":"1.5","timestamp":"7","step":"-2"}"""))
            .Ok();
        (await Client.PostAsync("runs/log-metric", $$"""{"run_id":"{{runId}}","key":"b","value":"NaN","timestamp":7.0}""")).Ok();
        (await Client.PostAsync("runs/log-metric", $$"""{"run_id":"{{runId}}","key":"c","value":"-Infinity","timestamp":7}""")).Ok();
        var run = await Client.RunAsync(runId);
        Assert.Equal("1700000000001", run["info"]!["end_time"]!.ToJsonString());
        Assert.Equal("\"FINISHED\"", run["info"]!["status"]!.ToJsonString());
        Assert.Equal(
            """[{"key":"a","value":1.5,"timestamp":7,"step":-2},{"key":"b","value":"NaN","timestamp":7,"step":0},""" +
            """{"key":"c","value":"-Infinity","timestamp":7,"step":0}]""",
            run["data"]!["metrics"]!.ToJsonString());
    }

    [Fact]
    public async Task Presence_EmptyListsAreLeftOut_AndSetDefaultsAreThere()
    {
        Assert.Equal("{}", (await Client.PostAsync("runs/search", new { experiment_ids = Array.Empty<string>() })).Ok().Text);
        var created = (await Client.PostAsync("runs/create", new { experiment_id = "0" })).Ok()["run"]!;
        Assert.Equal("\"\"", created["info"]!["user_id"]!.ToJsonString());
        Assert.Equal("0", created["info"]!["start_time"]!.ToJsonString());
        Assert.Null(created["info"]!["end_time"]);
        Assert.Equal((string)created["info"]!["run_id"]!, (string)created["info"]!["run_uuid"]!);
        var run = await Client.RunAsync((string)created["info"]!["run_id"]!);
        Assert.Null(run["data"]!["metrics"]);
        Assert.Null(run["data"]!["params"]);
        Assert.Equal("{}", run["inputs"]!.ToJsonString());
    }

    [Fact]
    public async Task TextOfAnyKind_ComesBackAsItWas()
    {
        var runId = await Client.CreateRunAsync();
        const string text = "ü \ud83d\ude00 \"quotes\" \\ / <b>&amp; \n\t\u0001 %23#'";
        (await Client.PostAsync("runs/set-tag", new { run_id = runId, key = "t", value = text })).Ok();
        var tags = (await Client.RunAsync(runId))["data"]!["tags"]!.AsArray();
        Assert.Contains(tags, t => (string)t!["value"]! == text);
    }
}
