using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>MLflow's API of users and permissions.</summary>
public sealed class UserTests(SignInServer server) : IClassFixture<SignInServer>
{
    private const string Users = "/api/2.0/mlflow/users/";
    private const string Permissions = "/api/2.0/mlflow/experiments/permissions/";

    [Fact]
    public async Task Create_User_ShowsItAsMlflowDoes()
    {
        var name = MlflowClient.NewName("user");
        var answer = await server.Admin.PostAsync("users/create", new { username = name, password = SignInServer.Password });
        var created = answer.Ok()["user"]!;
        Assert.Equal(
            $$"""{"id":{{created["id"]}},"username":"{{name}}","is_admin":false,"experiment_permissions":[],""" +
            "\"registered_model_permissions\":[]}",
            created.ToJsonString());
        var experiment = await server.Admin.CreateExperimentAsync();
        await server.GrantAsync(experiment, name, "EDIT");
        var model = MlflowClient.NewName("model");
        (await server.Admin.PostAsync("registered-models/create", new { name = model })).Ok();
        await GiveAsync("registered-models", new { name = model, username = name, permission = "READ" });
        var shown = (await server.Admin.GetAsync("users/get?username=" + name)).Ok()["user"]!;
        Assert.Equal(
            $$"""[{"experiment_id":"{{experiment}}","user_id":{{created["id"]}},"permission":"EDIT"}]""",
            shown["experiment_permissions"]!.ToJsonString());
        Assert.Equal(
            $$"""[{"name":"{{model}}","user_id":{{created["id"]}},"permission":"READ"}]""",
            shown["registered_model_permissions"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"username":"admin","password":"a long password"}""", "RESOURCE_ALREADY_EXISTS", "User (username=admin)")]
    [InlineData("""{"username":"x","password":"short"}""", "INVALID_PARAMETER_VALUE", "at least 12 characters")]
    [InlineData("""{"username":"x","password":""}""", "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'password'")]
    [InlineData("""{"username":"","password":"a long password"}""", "INVALID_PARAMETER_VALUE", "'username'")]
    [InlineData("""{"username":"a:b","password":"a long password"}""", "INVALID_PARAMETER_VALUE", "'username'")]
    public async Task Create_WrongUser_IsRefused(string body, string code, string message) =>
        (await server.Admin.PostAsync("users/create", body)).Is(400, code, message);

    [Fact]
    public async Task Users_ChangeThemselvesOnly_AndAdministratorsEverybody()
    {
        var (name, client) = await server.AddUserAsync();
        var (other, otherClient) = await server.AddUserAsync();
        using var user = client;
        using var another = otherClient;
        (await user.GetAsync("users/get?username=" + Uri.EscapeDataString(name))).Ok();
        (await user.GetAsync("users/get?username=" + Uri.EscapeDataString(other))).Is(403, "PERMISSION_DENIED", "Permission denied");
        foreach (var (method, path, body) in ((HttpMethod, string, object)[])
        [
            (HttpMethod.Post, "create", new { username = "x", password = SignInServer.Password }),
            (HttpMethod.Patch, "update-password", new { username = other, password = "another long one" }),
            (HttpMethod.Patch, "update-admin", new { username = name, is_admin = true }),
            (HttpMethod.Delete, "delete", new { username = name }),
            (HttpMethod.Post, "tokens/create", new { username = other }),
        ])
        {
            (await user.SendAsync(method, Users + path, body)).Is(403, "PERMISSION_DENIED", "Permission denied");
        }

        (await server.Admin.SendAsync(HttpMethod.Patch, Users + "update-admin", new { username = name, is_admin = true })).Ok();
        (await user.GetAsync("users/get?username=" + Uri.EscapeDataString(other))).Ok();
        (await server.Admin.SendAsync(HttpMethod.Patch, Users + "update-admin", new { username = name, is_admin = "perhaps" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "'is_admin'");
        (await server.Admin.GetAsync("users/get?username=nobody"))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "User with username=nobody not found");
    }

    [Fact]
    public async Task Permissions_AreGivenShownChangedAndTakenBack()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var experiment = await server.Admin.CreateExperimentAsync();
        object Of(string permission) => new { experiment_id = experiment, username = name, permission };
        var given = (await server.Admin.PostAsync("experiments/permissions/create", Of("READ"))).Ok()["experiment_permission"]!;
        Assert.Equal("READ", (string)given["permission"]!);
        (await server.Admin.PostAsync("experiments/permissions/create", Of("EDIT"))).Is(400, "RESOURCE_ALREADY_EXISTS", "already exists");
        (await server.Admin.SendAsync(HttpMethod.Patch, Permissions + "update", Of("EDIT"))).Ok();
        var query = $"experiments/permissions/get?experiment_id={experiment}&username={Uri.EscapeDataString(name)}";
        Assert.Equal("EDIT", (string)(await server.Admin.GetAsync(query)).Ok()["experiment_permission"]!["permission"]!);
        (await user.GetAsync(query)).Is(403, "PERMISSION_DENIED", "Permission denied");
        (await server.Admin.SendAsync(HttpMethod.Patch, Permissions + "update", Of("OWN"))).Is(
            400,
            "INVALID_PARAMETER_VALUE",
            "Invalid permission 'OWN'. Valid permissions are: ('NO_PERMISSIONS', 'READ', 'EDIT', 'MANAGE')");
        (await server.Admin.SendAsync(HttpMethod.Delete, Permissions + "delete", new { experiment_id = experiment, username = name })).Ok();
        (await server.Admin.GetAsync(query)).Is(404, "RESOURCE_DOES_NOT_EXIST", "not found");
        (await server.Admin.PostAsync(
            "experiments/permissions/create", new { experiment_id = "9999", username = name, permission = "READ" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "No Experiment with id=9999 exists");
        (await server.Admin.PostAsync(
            "experiments/permissions/create", new { experiment_id = experiment, username = "-", permission = "READ" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "User with username=- not found");
    }

    /// <summary>A user who may manage a model may give others permissions for it.</summary>
    [Fact]
    public async Task ModelPermissions_AreForThoseWhoManageTheModel()
    {
        var (name, client) = await server.AddUserAsync();
        var (other, otherClient) = await server.AddUserAsync();
        using var user = client;
        using var another = otherClient;
        var model = MlflowClient.NewName("model");
        var give = new { name = model, username = other, permission = "READ" };
        (await server.Admin.PostAsync("registered-models/create", new { name = model })).Ok();
        (await user.PostAsync("registered-models/permissions/create", give)).Is(403, "PERMISSION_DENIED", "");
        await GiveAsync("registered-models", new { name = model, username = name, permission = "MANAGE" });
        (await user.PostAsync("registered-models/permissions/create", give)).Ok();
        (await another.PostAsync("registered-models/permissions/create", give)).Is(403, "PERMISSION_DENIED", "");
        const string path = "/api/2.0/mlflow/registered-models/permissions/";
        (await user.SendAsync(HttpMethod.Patch, path + "update", new { name = model, username = other, permission = "EDIT" })).Ok();
        var shown = await user.GetAsync($"registered-models/permissions/get?name={model}&username={Uri.EscapeDataString(other)}");
        Assert.Equal("EDIT", (string)shown.Ok()["registered_model_permission"]!["permission"]!);
        (await user.SendAsync(HttpMethod.Delete, path + "delete", new { name = model, username = other })).Ok();
    }

    [Fact]
    public async Task ModelPermission_ForANameThatNoModelHas_IsRefused_AndForTheLongestWorks()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var longest = MlflowClient.NewName().PadRight(255, 'm');
        object Of(string model) => new { name = model, username = name, permission = "MANAGE" };
        (await server.Admin.PostAsync("registered-models/permissions/create", Of(longest + "m")))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", $"Registered Model with name={longest}m not found");
        (await server.Admin.PostAsync("registered-models/create", new { name = longest })).Ok();
        await GiveAsync("registered-models", Of(longest));
        (await user.GetAsync($"registered-models/permissions/get?name={longest}&username={Uri.EscapeDataString(name)}")).Ok();
    }

    private async Task GiveAsync(string kind, object permission) =>
        (await server.Admin.PostAsync(kind + "/permissions/create", permission)).Ok();
}
