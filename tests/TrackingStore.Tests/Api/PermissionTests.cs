using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>What users may do with the experiments of others and with their own.</summary>
public sealed class PermissionTests(SignInServer server) : IClassFixture<SignInServer>
{
    /// <summary>What every user may ask: these show each user what it may see, or make something of its own.</summary>
    private static readonly string[] ForEverybody =
    [
        "/", "/health", "/ready", "/version", "/experiments", "/models", "/experiments/create", "/models/create", "/static/1/style.css",
        "/graphql", "mlflow/server-info", "mlflow/gateway-proxy", "experiments/search", "experiments/create", "runs/search",
        "mlflow-artifacts/mpu/", "registered-models/search", "registered-models/create", "model-versions/search", "logged-models/search",
    ];

    private static readonly string[] Permissions = ["NO_PERMISSIONS", "READ", "EDIT", "MANAGE"];

    /// <summary>Each route with what it needs at least.</summary>
    public static TheoryData<string, string, string> Needs { get; } = new()
    {
        { "GET", "mlflow/experiments/get?experiment_id=EXP", "READ" },
        { "GET", "mlflow/runs/get?run_id=RUN", "READ" },
        { "GET", "mlflow/runs/get?run_uuid=RUN", "READ" },
        { "GET", "mlflow/metrics/get-history?run_id=RUN&metric_key=m", "READ" },
        { "GET", "mlflow/metrics/get-history-bulk-interval?run_ids=RUN&metric_key=m", "READ" },
        { "GET", "mlflow/artifacts/list?run_id=RUN", "READ" },
        { "GET", "mlflow-artifacts/artifacts?path=EXP/RUN", "READ" },
        { "GET", "mlflow-artifacts/artifacts/EXP/RUN/artifacts/a", "READ" },
        { "POST", "mlflow/experiments/search-datasets", "READ" },
        { "POST", "mlflow/runs/create", "EDIT" },
        { "POST", "mlflow/runs/update", "EDIT" },
        { "POST", "mlflow/runs/log-metric", "EDIT" },
        { "POST", "mlflow/runs/log-parameter", "EDIT" },
        { "POST", "mlflow/runs/log-batch", "EDIT" },
        { "POST", "mlflow/runs/log-inputs", "EDIT" },
        { "POST", "mlflow/runs/outputs", "EDIT" },
        { "POST", "mlflow/runs/set-tag", "EDIT" },
        { "POST", "mlflow/runs/delete-tag", "EDIT" },
        { "POST", "mlflow/experiments/set-experiment-tag", "EDIT" },
        { "POST", "mlflow/experiments/update", "EDIT" },
        { "PUT", "mlflow-artifacts/artifacts/EXP/RUN/artifacts/b", "EDIT" },
        { "DELETE", "mlflow-artifacts/artifacts/EXP/RUN/artifacts/b", "MANAGE" },
        { "GET", "mlflow/logged-models/MODEL", "READ" },
        { "GET", "mlflow/logged-models/MODEL/artifacts/directories", "READ" },
        { "POST", "mlflow/logged-models", "EDIT" },
        { "PATCH", "mlflow/logged-models/MODEL", "EDIT" },
        { "PATCH", "mlflow/logged-models/MODEL/tags", "EDIT" },
        { "DELETE", "mlflow/logged-models/MODEL/tags/k", "EDIT" },
        { "POST", "mlflow/logged-models/MODEL/params", "EDIT" },
        { "DELETE", "mlflow/logged-models/MODEL", "MANAGE" },
        { "POST", "mlflow/runs/delete", "MANAGE" },
        { "POST", "mlflow/runs/restore", "MANAGE" },
        { "POST", "mlflow/experiments/delete", "MANAGE" },
    };

    [Fact]
    public async Task EveryRoute_WithoutPermissions_IsClosed_ButWhatIsForEverybody()
    {
        var (_, client) = await server.AddUserAsync();
        using var user = client;
        var experiment = await server.Admin.CreateExperimentAsync();
        var run = await server.Admin.CreateRunAsync(experiment);
        var model = MlflowClient.NewName("model");
        (await server.Admin.PostAsync("registered-models/create", new { name = model })).Ok();
        var body = BodyOf(experiment, run, model);
        var query = $"?experiment_id={experiment}&run_id={run}&run_ids={run}&run_uuid={run}&runs={run}&path={experiment}&metric_key=m" +
            "&experiment_name=Default&username=admin&name=" + model;
        var closed = 0;
        using var pages = new PageClient(user);
        var logged = await server.Admin.CreateLoggedModelAsync(experiment);
        var routes = server.Server.MethodsAndPaths(
            $"{experiment}/a", ("experiment_id", experiment), ("run_id", run), ("name", model), ("version", "1"), ("model_id", logged));
        foreach (var (method, path) in routes)
        {
            if (ForEverybody.Any(open => open[0] == '/' ? path == open : path.Contains(open, StringComparison.Ordinal))) continue;
            var status = ServerRoutes.IsForm(method, path)
                ? (await pages.PostAsync(path, ("experiment_id", experiment), ("runs", run))).Status
                : (await user.SendAsync(new HttpMethod(method), path + query, method is "GET" or "HEAD" ? null : body)).Status;
            Assert.True(status == 403, $"{method} {path}: {status}");
            closed++;
        }

        Assert.True(closed > 70, $"{closed} routes");
    }

    [Theory]
    [MemberData(nameof(Needs))]
    public async Task Route_NeedsItsPermission_AndNoMore(string method, string path, string needed)
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        foreach (var permission in Permissions)
        {
            var experiment = await server.Admin.CreateExperimentAsync();
            var run = await server.Admin.CreateRunAsync(experiment);
            (await server.Admin.PostAsync("runs/set-tag", new { run_id = run, key = "k", value = "v" })).Ok();
            (await server.Admin.SendAsync(
                HttpMethod.Put, $"/api/2.0/mlflow-artifacts/artifacts/{experiment}/{run}/artifacts/a", "x"u8.ToArray())).Ok();
            var tags = new[] { new { key = "k", value = "v" } };
            var model = await server.Admin.CreateLoggedModelAsync(experiment, new { tags });
            await server.GrantAsync(experiment, name, permission);
            var url = "/api/2.0/" + path.Replace("EXP", experiment, StringComparison.Ordinal).Replace("RUN", run, StringComparison.Ordinal)
                .Replace("MODEL", model, StringComparison.Ordinal);
            var answer = await user.SendAsync(new HttpMethod(method), url, method == "GET" ? null : BodyOf(experiment, run));
            var isEnough = Array.IndexOf(Permissions, permission) >= Array.IndexOf(Permissions, needed);
            Assert.True(answer.Status == (isEnough ? 200 : 403), $"{permission}: {answer}");
        }
    }

    [Fact]
    public async Task Creator_ManagesWhatItCreates_AndNobodyElseSeesIt()
    {
        var (name, client) = await server.AddUserAsync();
        var (_, otherClient) = await server.AddUserAsync();
        using var user = client;
        using var other = otherClient;
        var title = MlflowClient.NewName();
        var experiment = await user.CreateExperimentAsync(title);
        var run = await user.CreateRunAsync(experiment);
        var own = new { experiment_id = experiment, username = name, permission = "MANAGE" };
        (await user.PostAsync("experiments/permissions/create", own)).Ok();
        (await user.GetAsync("experiments/get-by-name?experiment_name=" + title)).Ok();
        (await other.GetAsync("experiments/get-by-name?experiment_name=" + title)).Is(403, "PERMISSION_DENIED", "Permission denied");
        Assert.Equal([run], await user.SearchAsync(new { experiment_ids = new[] { experiment, "0" } }));
        Assert.Empty(await other.SearchAsync(new { experiment_ids = new[] { experiment, "0" } }));
        Assert.Contains(title, (await user.SendAsync(HttpMethod.Get, "/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await other.SendAsync(HttpMethod.Get, "/")).Text, StringComparison.Ordinal);
        (await user.PostAsync("experiments/delete", new { experiment_id = experiment })).Ok();
    }

    /// <summary>A page is full of what a user may see, however many experiments of others lie between.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("name")]
    public async Task Search_ShowsPagesOfWhatMayBeSeen(string order)
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var mine = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var experiment = await server.Admin.CreateExperimentAsync();
            if (i % 3 != 0) continue;
            await server.GrantAsync(experiment, name, "READ");
            mine.Add(experiment);
        }

        var (seen, token) = (new List<string>(), "");
        do
        {
            string[] orders = order.Length == 0 ? [] : [order];
            var page = (await user.PostAsync("experiments/search", new { max_results = 2, page_token = token, order_by = orders })).Ok();
            var ids = page["experiments"]!.AsArray().Select(e => (string)e!["experiment_id"]!).ToList();
            Assert.Equal(2, ids.Count);
            seen.AddRange(ids);
            token = (string?)page["next_page_token"];
        }
        while (token is not null);
        Assert.Equal(mine.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    /// <summary>The number is refused before anything is read of what is named.</summary>
    [Theory]
    [InlineData("GET", "ajax-api/2.0/mlflow/metrics/get-history-bulk?metric_key=m", "run_id", 100)]
    [InlineData("GET", "api/2.0/mlflow/metrics/get-history-bulk-interval?metric_key=m", "run_ids", 100)]
    [InlineData("POST", "api/2.0/mlflow/experiments/search-datasets", "experiment_ids", 20)]
    public async Task Request_ThatNamesTooMany_IsRefusedForThat(string method, string path, string parameter, int max)
    {
        var (_, client) = await server.AddUserAsync();
        using var user = client;
        var isRun = method == "GET";
        (await SendAsync(max + 1)).Is(400, "INVALID_PARAMETER_VALUE", $"Received {max + 1} {parameter.TrimEnd('s')}s.");
        (await SendAsync(max)).Is(isRun ? 404 : 403, isRun ? "RESOURCE_DOES_NOT_EXIST" : "PERMISSION_DENIED", "");

        Task<Answer> SendAsync(int count)
        {
            string[] ids = [.. Enumerable.Range(0, count).Select(i => $"{i + 90_000}")];
            var query = string.Concat(ids.Select(id => $"&{parameter}={id}"));
            return user.SendAsync(
                new HttpMethod(method),
                "/" + path + (isRun ? query : ""),
                isRun ? null : new Dictionary<string, string[]> { [parameter] = ids });
        }
    }

    /// <summary>An experiment whose artifacts lie in another one's folder would open that folder.</summary>
    [Theory]
    [InlineData("mlflow-artifacts:/0")]
    [InlineData("MLFLOW-ARTIFACTS:/0")]
    [InlineData("mlflow-artifacts://host/0")]
    [InlineData("/etc")]
    [InlineData("/srv/a:b")]
    [InlineData("relative")]
    [InlineData("file:///etc")]
    public async Task Create_ExperimentWithALocationOnTheServer_IsForAdministrators(string location)
    {
        var (_, client) = await server.AddUserAsync();
        using var user = client;
        (await user.PostAsync("experiments/create", new { name = MlflowClient.NewName(), artifact_location = location }))
            .Is(403, "PERMISSION_DENIED", "Permission denied");
        (await server.Admin.PostAsync("experiments/create", new { name = MlflowClient.NewName(), artifact_location = location })).Ok();
        (await user.PostAsync("experiments/create", new { name = MlflowClient.NewName(), artifact_location = "s3://bucket/x" })).Ok();
    }

    /// <summary>Metrics for a model of another experiment, and versions with its files, need a permission there, too.</summary>
    [Theory]
    [InlineData("NO_PERMISSIONS", 403, 403)]
    [InlineData("READ", 403, 200)]
    [InlineData("EDIT", 200, 200)]
    public async Task LoggedModel_OfAnotherExperiment_NeedsItsPermission(string permission, int logging, int registering)
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var run = await user.CreateRunAsync(await user.CreateExperimentAsync());
        var experiment = await server.Admin.CreateExperimentAsync();
        var model = await server.Admin.CreateLoggedModelAsync(experiment, new { name = "of-others" });
        await server.GrantAsync(experiment, name, permission);
        var metric = new { run_id = run, key = "m", value = 1, timestamp = 1, model_id = model };
        Assert.Equal(logging, (await user.PostAsync("runs/log-metric", metric)).Status);
        Assert.Equal(logging, (await user.PostAsync("runs/log-batch", new { run_id = run, metrics = new[] { metric } })).Status);
        var registered = await user.CreateModelAsync();
        var version = new { name = registered, source = "models:/" + model, model_id = model };
        Assert.Equal(registering, (await user.PostAsync("model-versions/create", version)).Status);
        Assert.Equal(
            registering == 200 ? "of-others" : "",
            (await user.SearchLoggedModelsAsync(new { experiment_ids = new[] { experiment } })).Names);
    }

    private static object BodyOf(string experiment, string run, string? model = null) => new
    {
        experiment_id = experiment,
        experiment_ids = new[] { experiment },
        run_id = run,
        run_uuid = run,
        key = "k",
        value = "1",
        timestamp = 1,
        name = model ?? MlflowClient.NewName(),
        new_name = MlflowClient.NewName(),
        status = "LOGGED_MODEL_READY",
        username = "admin",
        password = SignInServer.Password,
        permission = "READ",
        is_admin = true,
        token_id = "x",
        model_json = "{}",
    };
}
