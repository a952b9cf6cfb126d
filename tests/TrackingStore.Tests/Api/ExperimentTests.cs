using System.Text.Json.Nodes;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class ExperimentTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Create_Experiment_CanBeReadByIdAndName()
    {
        var name = MlflowClient.NewName();
        var id = (string)(await Client.PostAsync("experiments/create", new { name, tags = new[] { new { key = "team", value = "x" } } }))
            .Ok()["experiment_id"]!;
        Assert.True(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) > 0);
        var experiment = (await Client.GetAsync("experiments/get?experiment_id=" + id)).Ok()["experiment"]!;
        Assert.Equal(name, (string)experiment["name"]!);
        Assert.Equal("active", (string)experiment["lifecycle_stage"]!);
        Assert.Equal("mlflow-artifacts:/" + id, (string)experiment["artifact_location"]!);
        Assert.Equal("""[{"key":"team","value":"x"}]""", experiment["tags"]!.ToJsonString());
        Assert.True((long)experiment["creation_time"]! > 1_600_000_000_000);
        Assert.True(JsonNode.DeepEquals(
            experiment,
            (await Client.GetAsync("experiments/get-by-name?experiment_name=" + name)).Ok()["experiment"]));
    }

    [Fact]
    public async Task Default_Experiment_IsThereFromTheStart() =>
        Assert.Equal(
            "0",
            (string)(await Client.GetAsync("experiments/get-by-name?experiment_name=Default")).Ok()["experiment"]!["experiment_id"]!);

    [Fact]
    public async Task Get_Missing_IsNotFound()
    {
        (await Client.GetAsync("experiments/get?experiment_id=99999"))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "No Experiment with id=99999 exists");
        (await Client.GetAsync("experiments/get?experiment_id=abc"))
            .Is(400, "INVALID_PARAMETER_VALUE", "Invalid experiment ID 'abc'. Experiment ID must be a valid integer.");
        (await Client.GetAsync("experiments/get-by-name?experiment_name=zz")).Is(404, "RESOURCE_DOES_NOT_EXIST", "zz");
        (await Client.GetAsync("experiments/get"))
            .Is(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'experiment_id'");
    }

    [Fact]
    public async Task Create_TakenName_IsRefused_AlsoWhenItsHolderIsDeleted()
    {
        var name = MlflowClient.NewName();
        var id = await Client.CreateExperimentAsync(name);
        (await Client.PostAsync("experiments/create", new { name }))
            .Is(400, "RESOURCE_ALREADY_EXISTS", $"Experiment(name={name}) already exists.");
        (await Client.PostAsync("experiments/delete", new { experiment_id = id })).Ok();
        (await Client.PostAsync("experiments/create", new { name }))
            .Is(400, "RESOURCE_ALREADY_EXISTS", $"Experiment(name={name}) already exists.");
    }

    [Fact]
    public async Task Create_OddNamesAndLocations_FollowTheLimits()
    {
        (await Client.PostAsync("experiments/create", new { name = "" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'name'");
        (await Client.PostAsync("experiments/create", new { name = new string('é', 501) }))
            .Is(400, "INVALID_PARAMETER_VALUE", "exceeds the maximum length of 500");
        (await Client.PostAsync("experiments/create", new { name = new string('€', 468) + MlflowClient.NewName("")[^32..] })).Ok();
        (await Client.PostAsync("experiments/create", new { name = "#%/ " + MlflowClient.NewName() })).Ok();
        (await Client.PostAsync("experiments/create", new { name = MlflowClient.NewName(), artifact_location = "s3://b/x#y" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "fragments");
        var id = (string)(await Client.PostAsync(
            "experiments/create",
            new { name = MlflowClient.NewName(), artifact_location = "s3://b/x" }))
            .Ok()["experiment_id"]!;
        var run = (await Client.PostAsync("runs/create", new { experiment_id = id })).Ok()["run"]!;
        Assert.StartsWith("s3://b/x/", (string)run["info"]!["artifact_uri"]!, StringComparison.Ordinal);
    }

    /// <summary>Clients on other machines would take a relative place for one in their own current folder.</summary>
    [Theory]
    [InlineData("some/where", null)]
    [InlineData("/some/where", "/some/where")]
    [InlineData("file:///some/where", "file:///some/where")]
    [InlineData("s3://some/where", "s3://some/where")]
    public async Task Create_RelativeLocation_IsBelowTheServersCurrentFolder(string location, string? stored)
    {
        var body = new { name = MlflowClient.NewName(), artifact_location = location };
        var id = (string)(await Client.PostAsync("experiments/create", body)).Ok()["experiment_id"]!;
        Assert.Equal(
            stored ?? Path.Join(Environment.CurrentDirectory, location),
            (string)(await Client.GetAsync("experiments/get?experiment_id=" + id)).Ok()["experiment"]!["artifact_location"]!);
    }

    [Fact]
    public async Task Update_LongName_IsRefused_InTheWordsOfCreate() =>
        (await Client.PostAsync(
            "experiments/update", new { experiment_id = await Client.CreateExperimentAsync(), new_name = new string('x', 501) }))
            .Is(400, "INVALID_PARAMETER_VALUE", "'name' exceeds the maximum length of 500 characters");

    [Fact]
    public async Task Update_NewName_MovesTheName()
    {
        var (old, name) = (MlflowClient.NewName(), MlflowClient.NewName());
        var id = await Client.CreateExperimentAsync(old);
        var before = (long)(await Client.GetAsync("experiments/get?experiment_id=" + id))["experiment"]!["last_update_time"]!;
        await Eventually.IsLaterAsync();
        (await Client.PostAsync("experiments/update", new { experiment_id = id, new_name = name })).Ok();
        (await Client.GetAsync("experiments/get-by-name?experiment_name=" + old)).Is(404, "RESOURCE_DOES_NOT_EXIST", old);
        var experiment = (await Client.GetAsync("experiments/get-by-name?experiment_name=" + name)).Ok()["experiment"]!;
        Assert.Equal(id, (string)experiment["experiment_id"]!);
        Assert.True((long)experiment["last_update_time"]! > before);
        (await Client.PostAsync("experiments/update", new { experiment_id = id, new_name = name })).Ok();
        (await Client.PostAsync("experiments/create", new { name = old })).Ok();
        (await Client.PostAsync("experiments/update", new { experiment_id = id, new_name = old })).Is(400, "RESOURCE_ALREADY_EXISTS", old);
        (await Client.PostAsync("experiments/update", new { experiment_id = "99999", new_name = "x" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "99999");
        (await Client.PostAsync("experiments/update", new { experiment_id = id })).Is(400, "INVALID_PARAMETER_VALUE", "'new_name'");
    }

    [Fact]
    public async Task Delete_Experiment_TakesItsRunsAlong_AndRestoreBringsAllBack()
    {
        var id = await Client.CreateExperimentAsync();
        var (first, second) = (await Client.CreateRunAsync(id), await Client.CreateRunAsync(id));
        (await Client.PostAsync("runs/delete", new { run_id = first })).Ok();
        (await Client.PostAsync("experiments/delete", new { experiment_id = id })).Ok();
        Assert.Equal("deleted", (string)(await Client.GetAsync("experiments/get?experiment_id=" + id))["experiment"]!["lifecycle_stage"]!);
        Assert.Equal("deleted", (string)(await Client.RunAsync(second))["info"]!["lifecycle_stage"]!);
        (await Client.PostAsync("experiments/delete", new { experiment_id = id }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", $"No Experiment with id={id} exists");
        (await Client.PostAsync("experiments/update", new { experiment_id = id, new_name = "y" }))
            .Is(400, "INVALID_STATE", "Cannot rename a non-active experiment.");
        var state = $"The experiment {id} must be in the 'active' state. Current state is deleted.";
        (await Client.PostAsync("runs/create", new { experiment_id = id })).Is(400, "INVALID_PARAMETER_VALUE", state);
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, key = "k", value = "v" }))
            .Is(400, "INVALID_PARAMETER_VALUE", state);
        (await Client.PostAsync("experiments/delete-experiment-tag", new { experiment_id = id, key = "k" }))
            .Is(400, "INVALID_PARAMETER_VALUE", state);

        (await Client.PostAsync("experiments/restore", new { experiment_id = id })).Ok();
        Assert.Equal("active", (string)(await Client.RunAsync(first))["info"]!["lifecycle_stage"]!);
        Assert.Equal("active", (string)(await Client.RunAsync(second))["info"]!["lifecycle_stage"]!);
        (await Client.PostAsync("experiments/restore", new { experiment_id = id }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", $"No Experiment with id={id} exists");
    }

    [Fact]
    public async Task Tags_SetOverwriteDelete()
    {
        var id = await Client.CreateExperimentAsync();
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, key = "a/b", value = "1" })).Ok();
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, key = "a/b", value = "2" })).Ok();
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, key = "empty" })).Ok();
        Assert.Equal(
            """[{"key":"a/b","value":"2"},{"key":"empty","value":""}]""",
            (await Client.GetAsync("experiments/get?experiment_id=" + id))["experiment"]!["tags"]!.ToJsonString());
        (await Client.PostAsync("experiments/delete-experiment-tag", new { experiment_id = id, key = "a/b" })).Ok();
        (await Client.PostAsync("experiments/delete-experiment-tag", new { experiment_id = id, key = "a/b" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", $"No tag with name: a/b in experiment with id {id}");
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, key = new string('k', 251), value = "" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "250");
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, key = "k", value = new string('v', 5001) }))
            .Is(400, "INVALID_PARAMETER_VALUE", "5000");
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = id, value = "v" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "'key'");
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = "99999", key = "k", value = "v" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "99999");
    }

    [Fact]
    public async Task Search_FilterOrderAndPages_GoByMlflowsRules()
    {
        var prefix = MlflowClient.NewName("s");
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await Client.CreateExperimentAsync($"{prefix}-{i}"));
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = ids[3], key = "team", value = "Blue" })).Ok();
        (await Client.PostAsync("experiments/delete", new { experiment_id = ids[4] })).Ok();
        var filter = $"name LIKE '{prefix}-%'";

        Assert.Equal(
            [ids[0], ids[1], ids[2], ids[3]],
            Ids(await Client.PostAsync("experiments/search", new { filter, max_results = 10, order_by = new[] { "name" } })));
        Assert.Equal([ids[4]], Ids(await Client.PostAsync("experiments/search", new { filter, view_type = "DELETED_ONLY" })));
        Assert.Equal(5, Ids(await Client.PostAsync("experiments/search", new { filter, view_type = 3 })).Length);
        Assert.Equal([ids[3]], Ids(await Client.PostAsync("experiments/search", new { filter = filter + " AND tags.team ILIKE 'blu_'" })));
        Assert.Equal("{}", (await Client.PostAsync("experiments/search", new { filter = "name = 'nothing'" })).Ok().Text);

        var first = (await Client.GetAsync($"experiments/search?max_results=2&order_by=name%20DESC&filter={Uri.EscapeDataString(filter)}"))
            .Ok();
        Assert.Equal([ids[3], ids[2]], Ids(first));
        var second = (await Client.PostAsync(
            "experiments/search",
            new { filter, max_results = 2, order_by = new[] { "name DESC" }, page_token = (string)first["next_page_token"]! }))
            .Ok();
        Assert.Equal([ids[1], ids[0]], Ids(second));
        Assert.Null(second["next_page_token"]);
    }

    [Theory]
    [InlineData("""{"max_results":0}""", "Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer")]
    [InlineData("""{"max_results":50001}""", "Invalid value 50001 for parameter 'max_results' supplied")]
    [InlineData("""{"page_token":"garbage"}""", "Invalid page token")]
    [InlineData("""{"filter":"metrics.a > 1"}""", "Invalid entity type 'metrics'")]
    [InlineData("""{"order_by":["tags.x"]}""", "Invalid order_by entity: tag")]
    [InlineData("""{"order_by":["x"]}""", "Invalid attribute key 'x' specified. Valid keys are")]
    [InlineData("""{"filter":"name IS NULL"}""", "IS NULL / IS NOT NULL is only supported for tags, not for attribute 'name'")]
    [InlineData("""{"filter":"name = true"}""", "Invalid clause(s) in filter string: 'true'")]
    [InlineData("""{"order_by":"name"}""", "Invalid value \"name\" for parameter 'order_by'")]
    public async Task Search_WrongArguments_AreRefused(string body, string message) =>
        (await Client.PostAsync("experiments/search", body)).Is(400, "INVALID_PARAMETER_VALUE", message);

    private static string[] Ids(Answer answer) =>
        [.. (answer.Ok()["experiments"]?.AsArray() ?? []).Select(e => (string)e!["experiment_id"]!)];
}
