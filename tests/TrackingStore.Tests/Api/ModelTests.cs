using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>The model registry, as MLflow's clients use it.</summary>
public sealed class ModelTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Missing = "RESOURCE_DOES_NOT_EXIST";
    private const string Invalid = "INVALID_PARAMETER_VALUE";

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Model_IsCreatedShownDescribedAndDeleted()
    {
        var name = MlflowClient.NewName("model");
        var created = (await Client.PostAsync(
            "registered-models/create", new { name, description = "d", tags = new[] { new { key = "k", value = "v" } } })).Ok();
        var model = created["registered_model"]!;
        Assert.Equal(
            $$"""{"name":"{{name}}","creation_timestamp":{{model["creation_timestamp"]}},""" +
            $$""" "last_updated_timestamp":{{model["creation_timestamp"]}},"description":"d","tags":[{"key":"k","value":"v"}]}"""[1..],
            model.ToJsonString());
        Assert.Equal(created.Text, (await Client.GetAsync("registered-models/get?name=" + name)).Ok().Text);
        var updated = (await Client.PatchAsync("registered-models/update", new { name, description = "e" })).Ok();
        Assert.Equal("e", (string)updated["registered_model"]!["description"]!);
        (await Client.PostAsync("registered-models/create", new { name }))
            .Is(400, "RESOURCE_ALREADY_EXISTS", $"Registered Model (name={name}) already exists.");
        await Client.CreateVersionAsync(name);
        Assert.Equal("{}", (await Client.DeleteAsync("registered-models/delete", new { name })).Ok().Text);
        (await Client.GetAsync("registered-models/get?name=" + name)).Is(404, Missing, $"Registered Model with name={name} not found");
        (await Client.DeleteAsync("registered-models/delete", new { name })).Is(404, Missing, "not found");

        // A model of the same name begins anew.
        await Client.CreateModelAsync(name);
        Assert.Equal("1", await Client.CreateVersionAsync(name));
    }

    [Fact]
    public async Task Version_HasAllThatItWasCreatedWith()
    {
        var name = await Client.CreateModelAsync();
        var run = await Client.CreateRunAsync();
        var source = $"mlflow-artifacts:/0/{run}/artifacts/model";
        var logged = await Client.CreateLoggedModelAsync("0");
        var answer = (await Client.PostAsync("model-versions/create", new
        {
            name,
            source,
            run_id = run,
            run_link = "http://link",
            description = "d",
            model_id = logged,
            tags = new[] { new { key = "k", value = "v" } },
        })).Ok();
        var version = answer["model_version"]!;
        var time = version["creation_timestamp"];
        Assert.Equal(
            $$"""{"name":"{{name}}","version":"1","creation_timestamp":{{time}},"last_updated_timestamp":{{time}},""" +
            """ "current_stage":"None","""[1..] +
            $$""" "description":"d","source":"{{source}}","run_id":"{{run}}","status":"READY","tags":[{"key":"k","value":"v"}],"""[1..] +
            $$""" "run_link":"http://link","model_id":"{{logged}}"}"""[1..],
            version.ToJsonString());
        Assert.Equal(answer.Text, (await Client.GetAsync($"model-versions/get?name={name}&version=1")).Ok().Text);
        Assert.Equal(
            $$"""{"artifact_uri":"{{source}}"}""",
            (await Client.GetAsync($"model-versions/get-download-uri?name={name}&version=1")).Ok().Text);
        Assert.Equal("2", await Client.CreateVersionAsync(name, $"models:/{name}/1"));
        Assert.Equal(
            source, (string)(await Client.GetAsync($"model-versions/get-download-uri?name={name}&version=2")).Ok()["artifact_uri"]!);
        var update = new { name, version = "1", description = "e" };
        Assert.Equal("e", (string)(await Client.PatchAsync("model-versions/update", update)).Ok()["model_version"]!["description"]!);
    }

    [Fact]
    public async Task Version_ThatIsDeleted_IsGoneWithItsAliases_AndItsNumberIsNotGivenAgain()
    {
        var name = await Client.CreateModelAsync();
        for (var i = 1; i <= 3; i++) Assert.Equal($"{i}", await Client.CreateVersionAsync(name));
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "3" })).Ok();
        (await Client.PostAsync("model-versions/set-tag", new { name, version = "3", key = "k", value = "v" })).Ok();
        (await Client.DeleteAsync("model-versions/delete", new { name, version = "3" })).Ok();
        (await Client.GetAsync($"model-versions/get?name={name}&version=3"))
            .Is(404, Missing, $"Model Version (name={name}, version=3) not found");
        (await Client.DeleteAsync("model-versions/delete", new { name, version = "3" })).Is(404, Missing, "not found");
        (await Client.GetAsync($"registered-models/alias?name={name}&alias=best"))
            .Is(400, Invalid, "Registered model alias best not found.");
        Assert.Null((await Client.GetAsync("registered-models/get?name=" + name)).Ok()["registered_model"]!["aliases"]);
        Assert.Equal("4", await Client.CreateVersionAsync(name));
        (await Client.PostAsync("model-versions/set-tag", new { name, version = "3", key = "k", value = "v" }))
            .Is(404, Missing, "version=3");
    }

    [Fact]
    public async Task Alias_NamesOneVersion()
    {
        var name = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(name);
        await Client.CreateVersionAsync(name);
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "1" })).Ok();
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "2" })).Ok();
        var found = (await Client.GetAsync($"registered-models/alias?name={name}&alias=best")).Ok()["model_version"]!;
        Assert.Equal(("2", "[\"best\"]"), ((string)found["version"]!, found["aliases"]!.ToJsonString()));
        Assert.Equal(
            "2",
            (string)(await Client.GetAsync($"registered-models/alias?name={name}&alias=Latest")).Ok()["model_version"]!["version"]!);
        Assert.Equal(
            """[{"alias":"best","version":"2"}]""",
            (await Client.GetAsync("registered-models/get?name=" + name)).Ok()["registered_model"]!["aliases"]!.ToJsonString());
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "9" })).Is(404, Missing, "version=9");
        (await Client.PostAsync("registered-models/alias", new { name, alias = "latest", version = "1" })).Is(400, Invalid, "is reserved");
        (await Client.PostAsync("registered-models/alias", new { name, alias = "v1", version = "1" })).Is(400, Invalid, "is reserved");
        (await Client.PostAsync("registered-models/alias", new { name, alias = "a b", version = "1" }))
            .Is(400, Invalid, "Invalid alias name");
        (await Client.DeleteAsync("registered-models/alias", new { name, alias = "best" })).Ok();
        (await Client.DeleteAsync("registered-models/alias", new { name, alias = "best" })).Ok();
        (await Client.GetAsync($"registered-models/alias?name={name}&alias=best")).Is(400, Invalid, "not found");
    }

    /// <summary>MLflow checks names before it looks anything up, so they are wrong and not missing.</summary>
    [Theory]
    [InlineData("a/b", "x", "Invalid model name 'a/b'. Names cannot contain '/' or ':'.")]
    [InlineData("a:b", "x", "Invalid model name 'a:b'. Names cannot contain '/' or ':'.")]
    [InlineData("..", "x", "Names may be treated as files in certain cases")]
    [InlineData(" ", "x", "Missing value for required parameter 'name'")]
    [InlineData("none", "a b", "Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).")]
    public async Task NamesThatNothingCanHave_AreRefusedBeforeTheyAreLookedUp(string name, string alias, string message)
    {
        var query = $"?name={Uri.EscapeDataString(name)}&alias={Uri.EscapeDataString(alias)}";
        (await Client.GetAsync("registered-models/alias" + query)).Is(400, Invalid, message);
        (await Client.DeleteAsync("registered-models/alias", new { name, alias })).Is(400, Invalid, message);
        if (alias != "x") return;
        (await Client.GetAsync("registered-models/get" + query)).Is(400, Invalid, message);
        (await Client.GetAsync($"model-versions/get{query}&version=1")).Is(400, Invalid, message);
        (await Client.PostAsync("registered-models/set-tag", new { name, key = "k", value = "v" })).Is(400, Invalid, message);
    }

    [Fact]
    public async Task Alias_ThatIsTooLong_IsRefusedInMlflowsWords()
    {
        var name = await Client.CreateModelAsync();
        var (alias, message) = (new string('x', 256), "'Registered model alias name' exceeds the maximum length of 255 characters");
        (await Client.GetAsync($"registered-models/alias?name={name}&alias={alias}")).Is(400, Invalid, message);
        (await Client.PostAsync("registered-models/alias", new { name, alias, version = "1" })).Is(400, Invalid, message);
    }

    [Fact]
    public async Task LatestVersion_OfAModelWithoutVersions_IsMissing()
    {
        var name = await Client.CreateModelAsync();
        (await Client.GetAsync($"registered-models/alias?name={name}&alias=latest"))
            .Is(404, Missing, $"Latest version not found for model {name}.");
    }

    [Fact]
    public async Task Stages_ArchiveOthersOnRequest()
    {
        var name = await Client.CreateModelAsync();
        for (var i = 1; i <= 3; i++) await Client.CreateVersionAsync(name);
        Task<Answer> MoveAsync(string version, string stage, bool archives) => Client.PostAsync(
            "model-versions/transition-stage", new { name, version, stage, archive_existing_versions = archives });
        Assert.Equal("Production", (string)(await MoveAsync("1", "pRoDuction", false)).Ok()["model_version"]!["current_stage"]!);
        (await MoveAsync("2", "Production", false)).Ok();
        Assert.Equal(["3 None", "2 Production"], await LatestAsync(name));
        (await MoveAsync("3", "Production", true)).Ok();
        Assert.Equal(["3 Production", "2 Archived"], await LatestAsync(name));
        Assert.Equal(["2 Archived"], await LatestAsync(name, "Archived", "Staging"));
        (await MoveAsync("1", "bogus", false))
            .Is(400, Invalid, "Invalid Model Version stage: bogus. Value must be one of None, Staging, Production, Archived.");
        (await MoveAsync("1", "Archived", true)).Is(400, Invalid, "'Archived' is not an Active stage");
        (await MoveAsync("9", "Staging", true)).Is(404, Missing, "version=9");
    }

    [Fact]
    public async Task Rename_MovesEverything()
    {
        var name = await Client.CreateModelAsync(null, ("k", "v"));
        var other = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(name);
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "1" })).Ok();
        (await Client.PostAsync("registered-models/rename", new { name, new_name = other }))
            .Is(400, "RESOURCE_ALREADY_EXISTS", $"Registered Model (name={other}) already exists.");
        var renamed = MlflowClient.NewName("renamed");
        var model = (await Client.PostAsync("registered-models/rename", new { name, new_name = renamed })).Ok()["registered_model"]!;
        Assert.Equal((renamed, renamed), ((string)model["name"]!, (string)model["latest_versions"]![0]!["name"]!));
        Assert.Equal((long)model["last_updated_timestamp"]!, (long)model["latest_versions"]![0]!["last_updated_timestamp"]!);
        (await Client.GetAsync("registered-models/get?name=" + name)).Is(404, Missing, name);
        Assert.Equal(
            "1",
            (string)(await Client.GetAsync($"registered-models/alias?name={renamed}&alias=best")).Ok()["model_version"]!["version"]!);
        Assert.Equal([renamed], await Client.SearchModelsAsync($"name = '{renamed}' AND tags.k = 'v'"));
        (await Client.PostAsync("registered-models/create", new { name })).Ok();
    }

    [Fact]
    public async Task Tags_OfModelsAndVersions_AreSetAndDeleted()
    {
        var name = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(name);
        (await Client.PostAsync("registered-models/set-tag", new { name, key = "k", value = "1" })).Ok();
        (await Client.PostAsync("model-versions/set-tag", new { name, version = "1", key = "k", value = "2" })).Ok();
        (await Client.PostAsync("registered-models/set-tag", new { name, key = "k", value = new string('x', 100_001) }))
            .Is(400, Invalid, "'value' exceeds the maximum length of 100000 characters");
        Assert.Equal([$"{name} 1"], await Client.SearchVersionsAsync($"name = '{name}' AND tags.k = '2'"));
        for (var i = 0; i < 2; i++)
        {
            (await Client.DeleteAsync("registered-models/delete-tag", new { name, key = "k" })).Ok();
            (await Client.DeleteAsync("model-versions/delete-tag", new { name, version = "1", key = "k" })).Ok();
        }

        var model = (await Client.GetAsync("registered-models/get?name=" + name)).Ok()["registered_model"]!;
        Assert.Null(model["tags"]);
        Assert.Null(model["latest_versions"]![0]!["tags"]);
    }

    [Fact]
    public async Task NewVersion_TakesAsManyTagsAsOneTransaction()
    {
        var name = await Client.CreateModelAsync();
        object WithTags(int count) => new { name, source = "s3://b", tags = Tags(count, "v") };
        (await Client.PostAsync("model-versions/create", WithTags(97)))
            .Is(400, Invalid, "There are 97 tags; at most 96 can be given here. Set the others afterwards.");
        var version = (await Client.PostAsync("model-versions/create", WithTags(96))).Ok()["model_version"]!;
        Assert.Equal(("1", 96), ((string)version["version"]!, version["tags"]!.AsArray().Count));
        (await Client.PostAsync("model-versions/set-tag", new { name, version = "1", key = "more", value = "v" })).Ok();
    }

    /// <summary>The values have fewer characters than the limit has bytes.</summary>
    [Fact]
    public async Task NewTags_AreLimitedInBytes()
    {
        const string message = "The tags have more than 1000000 bytes together";
        var (model, name) = (MlflowClient.NewName("model"), await Client.CreateModelAsync());
        var value = new string('€', 100_000);
        (await Client.PostAsync("registered-models/set-tag", new { name, key = "k", value })).Ok();
        (await Client.PostAsync("registered-models/create", new { name = model, tags = Tags(4, value) })).Is(400, Invalid, message);
        (await Client.GetAsync("registered-models/get?name=" + model)).Is(404, Missing, model);
        (await Client.PostAsync("model-versions/create", new { name, source = "s3://b", tags = Tags(4, value) }))
            .Is(400, Invalid, message);
        (await Client.PostAsync("registered-models/create", new { name = model, tags = Tags(3, value) })).Ok();
        var version = (await Client.PostAsync("model-versions/create", new { name, source = "s3://b", tags = Tags(3, value) })).Ok();
        Assert.Equal("1", (string)version["model_version"]!["version"]!);
    }

    [Theory]
    [InlineData("/etc/passwd", "To use a local path as a model version source")]
    [InlineData("file:///etc", "To use a local path as a model version source")]
    [InlineData("relative", "To use a local path as a model version source")]
    [InlineData("mlflow-artifacts:/1/../2", "If supplying a source as an http, https,")]
    [InlineData("https://host/a/%252e%252e/b", "If supplying a source as an http, https,")]
    [InlineData("", "Missing value for required parameter 'source'")]
    public async Task Source_ThatLeadsElsewhere_IsRefused(string source, string message)
    {
        var name = await Client.CreateModelAsync();
        (await Client.PostAsync("model-versions/create", new { name, source })).Is(400, Invalid, message);
        (await Client.PostAsync("model-versions/create", new { name, source, run_id = await Client.CreateRunAsync() }))
            .Is(400, Invalid, message);
    }

    /// <summary>Where a request names a run, MLflow shows where the source leads.</summary>
    [Theory]
    [InlineData("file:///x/..", "file:///x/..", "/")]
    [InlineData("/x/../etc", "/x/../etc", "/etc")]
    [InlineData("file:///x/%2e%2e/y", "file:///x/%2e%2e/y", "/y")]
    [InlineData("file://host/x/..", "file://host/x/..", "file://host/x/..")]
    public async Task LocalSource_ThatLeadsUpwards_IsRefusedAsOneThatIsNotOfTheRun(string source, string alone, string ofRun)
    {
        var name = await Client.CreateModelAsync();
        const string rule = "To use a local path as a model version source, the run_id request parameter has to be specified";
        (await Client.PostAsync("model-versions/create", new { name, source }))
            .Is(400, Invalid, $"Invalid model version source: '{alone}'. {rule}");
        (await Client.PostAsync("model-versions/create", new { name, source, run_id = await Client.CreateRunAsync() }))
            .Is(400, Invalid, $"Invalid model version source: '{ofRun}'. {rule}");
    }

    /// <summary>MLflow's own tests ask so.</summary>
    [Theory]
    [InlineData("//")]
    [InlineData("////")]
    public async Task PathWithMoreSlashes_IsThatWithOne(string slashes)
    {
        var name = await Client.CreateModelAsync();
        var root = Client.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + slashes;
        (await Client.SendAsync(HttpMethod.Get, $"{root}model-versions/get-artifact?name={name}&version=1&path=../x"))
            .Is(400, Invalid, "Invalid path");
        Assert.Equal(200, (await Client.SendAsync(HttpMethod.Get, root + "health")).Status);
    }

    /// <summary>A prompt has no files. MLflow's client sends a word as the source of its versions.</summary>
    [Fact]
    public async Task Prompt_HasAVersion_WhoseSourceIsAWord()
    {
        var name = await Client.CreateModelAsync(null, ("mlflow.prompt.is_prompt", "true"));
        var tags = new[] { new { key = "mlflow.prompt.is_prompt", value = "true" }, new { key = "mlflow.prompt.text", value = "Hi" } };
        var version = (await Client.PostAsync("model-versions/create", new { name, source = "dummy-source", tags })).Ok()["model_version"]!;
        Assert.Equal("dummy-source", (string)version["source"]!);
        (await Client.PostAsync("model-versions/create", new { name, source = "dummy-source" })).Is(400, Invalid, "To use a local path");
        (await Client.PostAsync("model-versions/create", new { name, source = "/etc", tags })).Is(400, Invalid, "To use a local path");
        (await Client.PostAsync("model-versions/create", new { name, source = "file:x", tags })).Is(400, Invalid, "To use a local path");
        (await Client.SendAsync(HttpMethod.Get, $"/model-versions/get-artifact?name={name}&version=1&path=x")).Is(400, Invalid, "not kept");
    }

    [Theory]
    [InlineData("a/b", "Invalid model name 'a/b'. Names cannot contain '/' or ':'.")]
    [InlineData("a:b", "Invalid model name 'a:b'. Names cannot contain '/' or ':'.")]
    [InlineData("..", "This name would resolve to '..'")]
    [InlineData("..x", "This name would resolve to '..x'")]
    [InlineData(".", "This name would resolve to '.'")]
    [InlineData("  ", "Missing value for required parameter")]
    public async Task Name_ThatIsNotAFileName_IsRefused(string name, string message)
    {
        (await Client.PostAsync("registered-models/create", new { name })).Is(400, Invalid, message);
        var model = await Client.CreateModelAsync();
        (await Client.PostAsync("registered-models/rename", new { name = model, new_name = name })).Is(400, Invalid, message);
        Assert.Equal(200, (await Client.GetAsync("registered-models/get?name=" + model)).Status);
    }

    /// <summary>An emoji is one character, though UTF-16 has two for it and UTF-8 four.</summary>
    [Fact]
    public async Task Texts_AreCountedInCodePoints()
    {
        string Emoji(int count) => string.Concat(Enumerable.Repeat("\ud83d\ude00", count));
        var name = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(name);
        (await Client.PatchAsync("registered-models/update", new { name, description = Emoji(5000) })).Ok();
        (await Client.PatchAsync("registered-models/update", new { name, description = Emoji(5001) }))
            .Is(400, Invalid, "5000 characters");
        (await Client.PatchAsync("model-versions/update", new { name, version = "1", description = Emoji(5000) })).Ok();
        (await Client.PatchAsync("model-versions/update", new { name, version = "1", description = Emoji(5001) }))
            .Is(400, Invalid, "5000 characters");
        (await Client.PostAsync("registered-models/set-tag", new { name, key = "k", value = Emoji(90_000) })).Ok();
        (await Client.PostAsync("registered-models/create", new { name = Emoji(255) })).Ok();
        Assert.Equal([Emoji(255)], await Client.SearchModelsAsync($"name = '{Emoji(255)}'"));
        (await Client.PostAsync("registered-models/create", new { name = Emoji(256) })).Is(400, Invalid, "255 characters");
    }

    [Fact]
    public async Task Requests_AboutWhatIsMissing_SaySo()
    {
        var name = await Client.CreateModelAsync();
        (await Client.PostAsync("registered-models/create", new { })).Is(400, Invalid, "Missing value for required parameter 'name'.");
        (await Client.PostAsync("model-versions/create", new { name = "nobody", source = "s3://b" })).Is(404, Missing, "name=nobody");
        (await Client.GetAsync("registered-models/get?name=nobody")).Is(404, Missing, "Registered Model with name=nobody not found");
        // Of a version, also where there is no such model.
        const string noVersion = "Model Version (name=nobody, version=1) not found";
        foreach (var what in (string[])["get", "get-download-uri"])
            (await Client.GetAsync($"model-versions/{what}?name=nobody&version=1")).Is(404, Missing, noVersion);
        (await Client.PostAsync("model-versions/transition-stage", new { name = "nobody", version = "1", stage = "Staging" }))
            .Is(404, Missing, noVersion);
        (await Client.PostAsync("model-versions/set-tag", new { name = "nobody", version = "1", key = "k", value = "v" }))
            .Is(404, Missing, noVersion);
        (await Client.PostAsync("registered-models/alias", new { name = "nobody", version = "1", alias = "a" }))
            .Is(404, Missing, noVersion);
        (await Client.GetAsync($"model-versions/get?name={name}&version=x")).Is(400, Invalid, "Parameter 'version' must be an integer");
        (await Client.GetAsync($"model-versions/get?name={name}&version=-1")).Is(404, Missing, "version=-1");
        (await Client.PostAsync("model-versions/create", new { name, source = "models:/nobody/1" }))
            .Is(404, Missing, "Unable to fetch model from model URI source artifact location 'models:/nobody/1'.");
        foreach (var path in (string[])["registered-models/search?max_results=", "model-versions/search?max_results="])
        {
            foreach (var size in (string[])["0", "-1", "200001", "x"])
                (await Client.GetAsync(path + size)).Is(400, Invalid, $"Invalid value \"{size}\" for parameter 'max_results' supplied");
        }

        (await Client.GetAsync("registered-models/search?max_results=1001")).Is(400, Invalid, "max_results");
        foreach (var path in (string[])["registered-models/search?filter=", "model-versions/search?filter="])
        {
            // MLflow knows IS NULL in searches of runs and experiments only.
            (await Client.GetAsync(path + "tags.a IS NULL")).Is(400, Invalid, "Invalid comparator 'IS NULL'");
            (await Client.GetAsync(path + "name IN ('a')")).Is(400, Invalid, "Invalid comparator 'IN'");
        }

        (await Client.GetAsync("model-versions/search?filter=version_number = NaN")).Is(400, Invalid, "Expected numeric value type");
        (await Client.GetAsync("model-versions/search?filter=version_number = 'NaN'")).Is(400, Invalid, "Expected numeric value type");
        (await Client.GetAsync("registered-models/search?filter=run_id%20%3D%20'a'")).Is(400, Invalid, "Invalid attribute key 'run_id'");
        (await Client.GetAsync("registered-models/search?page_token=nonsense")).Is(400, Invalid, "page token");
        (await Client.GetAsync("model-versions/search?order_by=source_path")).Is(400, Invalid, "Invalid attribute key 'source_path'");
        (await Client.GetAsync("registered-models/search?order_by=run_id")).Is(400, Invalid, "Invalid order by key 'run_id'");
    }

    [Fact]
    public async Task Artifact_OfAVersion_IsSent()
    {
        var name = await Client.CreateModelAsync();
        var run = await Client.CreateRunAsync();
        var uri = (string)(await Client.RunAsync(run))["info"]!["artifact_uri"]!;
        var path = uri["mlflow-artifacts:/".Length..] + "/model/MLmodel";
        (await Client.SendAsync(HttpMethod.Put, "/api/2.0/mlflow-artifacts/artifacts/" + path, "content"u8.ToArray())).Ok();
        await Client.CreateVersionAsync(name, uri + "/model", run);
        var file = await Client.SendAsync(HttpMethod.Get, $"/model-versions/get-artifact?name={name}&version=1&path=MLmodel");
        Assert.Equal("content", file.Ok().Text);
        (await Client.SendAsync(HttpMethod.Get, $"/model-versions/get-artifact?name={name}&version=1&path=../x"))
            .Is(400, Invalid, "Invalid path");
    }

    private static object[] Tags(int count, string value) =>
        [.. Enumerable.Range(0, count).Select(i => new { key = $"k{i}", value })];

    private async Task<string[]> LatestAsync(string name, params string[] stages)
    {
        var answer = (await Client.PostAsync("registered-models/get-latest-versions", new { name, stages })).Ok();
        return [.. answer["model_versions"]!.AsArray().Select(v => $"{v!["version"]} {v["current_stage"]}")];
    }
}
