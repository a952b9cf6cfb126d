using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>What users may do with the registered models of others and with their own.</summary>
public sealed class ModelPermissionTests(SignInServer server) : IClassFixture<SignInServer>
{
    private static readonly string[] Permissions = ["NO_PERMISSIONS", "READ", "EDIT", "MANAGE"];

    /// <summary>Each route with what it needs at least.</summary>
    public static TheoryData<string, string, string> Needs { get; } = new()
    {
        { "GET", "registered-models/get?name=NAME", "READ" },
        { "POST", "registered-models/get-latest-versions", "READ" },
        { "GET", "registered-models/alias?name=NAME&alias=latest", "READ" },
        { "GET", "model-versions/get?name=NAME&version=1", "READ" },
        { "GET", "model-versions/get-download-uri?name=NAME&version=1", "READ" },
        { "PATCH", "registered-models/update", "EDIT" },
        { "POST", "registered-models/set-tag", "EDIT" },
        { "DELETE", "registered-models/delete-tag", "EDIT" },
        { "POST", "registered-models/alias", "EDIT" },
        { "DELETE", "registered-models/alias", "MANAGE" },
        { "POST", "registered-models/rename", "EDIT" },
        { "POST", "model-versions/create", "EDIT" },
        { "PATCH", "model-versions/update", "EDIT" },
        { "POST", "model-versions/transition-stage", "EDIT" },
        { "POST", "model-versions/set-tag", "EDIT" },
        { "DELETE", "model-versions/delete-tag", "MANAGE" },
        { "DELETE", "model-versions/delete", "MANAGE" },
        { "DELETE", "registered-models/delete", "MANAGE" },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public async Task Route_NeedsItsPermission_AndNoMore(string method, string path, string needed)
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        foreach (var permission in Permissions)
        {
            var name = await server.Admin.CreateModelAsync();
            await server.Admin.CreateVersionAsync(name);
            await GiveAsync(name, user, permission);
            var url = "/api/2.0/mlflow/" + path.Replace("NAME", name, StringComparison.Ordinal);
            var body = new
            {
                name,
                version = "1",
                key = "k",
                value = "v",
                alias = "a",
                stage = "Staging",
                source = "s3://b",
                new_name = MlflowClient.NewName(),
            };
            var answer = await caller.SendAsync(new HttpMethod(method), url, method == "GET" ? null : body);
            var isEnough = Array.IndexOf(Permissions, permission) >= Array.IndexOf(Permissions, needed);
            Assert.True(answer.Status == (isEnough ? 200 : 403), $"{permission}: {answer}");
        }
    }

    [Fact]
    public async Task Creator_ManagesTheModel_AlsoAfterItIsRenamed_AndNobodyElseSeesIt()
    {
        var (user, client) = await server.AddUserAsync();
        var (_, otherClient) = await server.AddUserAsync();
        using var caller = client;
        using var other = otherClient;
        var name = await caller.CreateModelAsync();
        await caller.CreateVersionAsync(name);
        var renamed = MlflowClient.NewName("model");
        (await caller.PostAsync("registered-models/rename", new { name, new_name = renamed })).Ok();
        Assert.Equal([renamed], await caller.SearchModelsAsync($"name = '{renamed}'"));
        Assert.Equal([$"{renamed} 1"], await caller.SearchVersionsAsync($"name = '{renamed}'"));
        Assert.Empty(await other.SearchModelsAsync($"name = '{renamed}'"));
        Assert.Empty(await other.SearchVersionsAsync($"name = '{renamed}'"));
        (await other.GetAsync("registered-models/get?name=" + renamed)).Is(403, "PERMISSION_DENIED", "Permission denied");
        var shown = (await server.Admin.GetAsync("users/get?username=" + Uri.EscapeDataString(user))).Ok()["user"]!;
        Assert.Contains(renamed, shown["registered_model_permissions"]!.ToJsonString(), StringComparison.Ordinal);

        // Who had a permission has none for another model of the same name.
        (await caller.DeleteAsync("registered-models/delete", new { name = renamed })).Ok();
        (await server.Admin.PostAsync("registered-models/create", new { name = renamed })).Ok();
        (await caller.GetAsync("registered-models/get?name=" + renamed)).Is(403, "PERMISSION_DENIED", "Permission denied");
    }

    /// <summary>A version would be a way to files that its creator may not read.</summary>
    [Fact]
    public async Task Source_OnTheServer_NeedsReadingItsExperiment()
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        var name = await caller.CreateModelAsync();
        var experiment = await server.Admin.CreateExperimentAsync();
        var foreign = await server.Admin.CreateModelAsync();
        await server.Admin.CreateVersionAsync(foreign);
        foreach (var source in (string[])
        [
            $"mlflow-artifacts:/{experiment}/r/artifacts", "mlflow-artifacts:/shared", "mlflow-artifacts://host/1", $"models:/{foreign}/1",
        ])
        {
            var answer = await caller.PostAsync("model-versions/create", new { name, source });
            Assert.True(answer.Status == 403, $"{source}: {answer}");
        }

        await server.GrantAsync(experiment, user, "READ");
        await caller.CreateVersionAsync(name, $"mlflow-artifacts:/{experiment}/r/artifacts");
        await GiveAsync(foreign, user, "READ");
        await caller.CreateVersionAsync(name, $"models:/{foreign}/1");
    }

    /// <summary>A run is shown with its versions, so nobody else may add some. A run of another server is nobody's here.</summary>
    [Fact]
    public async Task RunOfAVersion_HasToBeReadable()
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        var name = await caller.CreateModelAsync();
        var experiment = await server.Admin.CreateExperimentAsync();
        var run = await server.Admin.CreateRunAsync(experiment);
        (await caller.PostAsync("model-versions/create", new { name, source = "s3://b", run_id = run }))
            .Is(403, "PERMISSION_DENIED", "Permission denied");
        await caller.CreateVersionAsync(name, "s3://b", new string('a', 32));
        await server.GrantAsync(experiment, user, "READ");
        await caller.CreateVersionAsync(name, "s3://b", run);
    }

    /// <summary>Whoever may read the model would read the files of all runs, also of later ones.</summary>
    [Fact]
    public async Task Source_ThatIsMoreThanTheFilesOfOneRun_IsForAdministrators()
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        var name = await caller.CreateModelAsync();
        var experiment = await server.Admin.CreateExperimentAsync();
        await server.GrantAsync(experiment, user, "MANAGE");
        string[] sources =
        [
            $"mlflow-artifacts:/{experiment}", $"mlflow-artifacts:/{experiment}/", $"mlflow-artifacts:/{experiment}/r",
            $"mlflow-artifacts:/{experiment}/r/", $"mlflow-artifacts:/{experiment}//r",
            $"mlflow-artifacts:/{experiment}/r/x", $"mlflow-artifacts:/{experiment}/r/artifactsx",
            $"mlflow-artifacts:/{experiment}/r/x/artifacts",
            $"mlflow-artifacts:/{experiment}/models/artifacts", $"mlflow-artifacts:/{experiment}/models/m-1",
            $"mlflow-artifacts:/{experiment}/models/m-1/x",
        ];
        foreach (var source in sources)
        {
            var answer = await caller.PostAsync("model-versions/create", new { name, source });
            Assert.True(answer.Status == 403, $"{source}: {answer}");
        }

        Assert.Equal("1", await caller.CreateVersionAsync(name, $"mlflow-artifacts:/{experiment}/r/artifacts"));
        Assert.Equal("2", await caller.CreateVersionAsync(name, $"mlflow-artifacts:/{experiment}/models/m-1/artifacts/model"));
        Assert.Equal("3", await server.Admin.CreateVersionAsync(name, sources[0]));
    }

    /// <summary>A path with a colon is a path, and not the URI of a place elsewhere.</summary>
    [Fact]
    public async Task Source_AsAPathWithAColon_NeedsReadingItsExperiment()
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        var name = await caller.CreateModelAsync();
        var experiment = await server.Admin.CreateExperimentAsync();
        var location = $"{server.ArtifactRoot}/{experiment}";
        var body = new { name = MlflowClient.NewName(), artifact_location = location };
        var same = (string)(await server.Admin.PostAsync("experiments/create", body)).Ok()["experiment_id"]!;
        var run = await server.Admin.CreateRunAsync(same);
        await server.GrantAsync(same, user, "READ");
        var version = new { name, source = $"{location}/{run}/artifacts", run_id = run };
        (await caller.PostAsync("model-versions/create", version)).Is(403, "PERMISSION_DENIED", "Permission denied");
        await server.GrantAsync(experiment, user, "READ");
        (await caller.PostAsync("model-versions/create", version)).Ok();
    }

    [Fact]
    public async Task Permissions_OfAModel_AreNamedByItsName()
    {
        var (user, client) = await server.AddUserAsync();
        using var caller = client;
        var name = await server.Admin.CreateModelAsync();
        var body = new { name, username = user, permission = "READ" };
        (await server.Admin.PatchAsync("registered-models/permissions/update", body)).Is(
            404, "RESOURCE_DOES_NOT_EXIST", $"Registered model permission with name={name} and username={user} not found");
        (await server.Admin.PostAsync("registered-models/permissions/create", body)).Ok();
        (await server.Admin.PostAsync("registered-models/permissions/create", new { name, username = user, permission = "EDIT" })).Is(
            400, "RESOURCE_ALREADY_EXISTS", $"Registered model permission (name={name}, username={user}) already exists.");
        (await server.Admin.PatchAsync("registered-models/permissions/update", new { name, username = user, permission = "EDIT" })).Ok();
        Assert.Equal(
            "EDIT",
            (string)(await server.Admin.GetAsync($"registered-models/permissions/get?name={name}&username={user}"))
                .Ok()["registered_model_permission"]!["permission"]!);
        (await caller.PatchAsync("registered-models/update", new { name, description = "d" })).Ok();

        // What goes with the model is missing, as in MLflow.
        (await server.Admin.DeleteAsync("registered-models/delete", new { name })).Ok();
        var missing = $"Registered model permission with name={name} and username={user} not found";
        foreach (var answer in (Answer[])
        [
            await server.Admin.GetAsync($"registered-models/permissions/get?name={name}&username={Uri.EscapeDataString(user)}"),
            await server.Admin.PatchAsync("registered-models/permissions/update", body),
            await server.Admin.DeleteAsync("registered-models/permissions/delete", body),
        ])
        {
            answer.Is(404, "RESOURCE_DOES_NOT_EXIST", missing);
        }

        (await server.Admin.PostAsync("registered-models/permissions/create", body)).Is(
            404, "RESOURCE_DOES_NOT_EXIST", $"Registered Model with name={name} not found");
    }

    private async Task GiveAsync(string name, string username, string permission) =>
        (await server.Admin.PostAsync("registered-models/permissions/create", new { name, username, permission })).Ok();
}
