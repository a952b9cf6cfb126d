using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>The pages of runs for users who may not read all of them.</summary>
public sealed class RunPagePermissionTests(SignInServer server) : IClassFixture<SignInServer>
{
    [Fact]
    public async Task Pages_NeedReadPermission_ForEachRun()
    {
        var (open, closed) = (await server.Admin.CreateExperimentAsync(), await server.Admin.CreateExperimentAsync());
        var (mine, theirs) = (await server.Admin.CreateRunAsync(open), await server.Admin.CreateRunAsync(closed));
        foreach (var (experiment, run) in ((string, string)[])[(open, mine), (closed, theirs)])
        {
            var url = $"/api/2.0/mlflow-artifacts/artifacts/{experiment}/{run}/artifacts/a.html";
            (await server.Admin.SendAsync(HttpMethod.Put, url, "secret"u8.ToArray(), "application/octet-stream")).Ok();
        }

        var (name, client) = await server.AddUserAsync();
        using var user = client;
        await server.GrantAsync(open, name, "READ");
        string[] paths = ["/runs/{0}", "/runs/{0}/artifacts", "/runs/{0}/artifacts/folder", "/runs/{0}/artifacts/raw?path=a.html",
            "/runs/{0}/artifacts?path=a.html", "/compare?runs={0}", "/ajax-api/2.0/mlflow/metrics/get-charts?run_ids={0}&metric_keys=m"];
        foreach (var path in paths)
        {
            (await user.SendAsync(HttpMethod.Get, path.Replace("{0}", mine, StringComparison.Ordinal))).Ok();
            await IsRefusedAsync(user, path.Replace("{0}", theirs, StringComparison.Ordinal), 403);
            await IsRefusedAsync(server.Nobody, path.Replace("{0}", mine, StringComparison.Ordinal), 401);
        }

        await IsRefusedAsync(user, $"/compare?runs={mine},{theirs}", 403);
        await IsRefusedAsync(user, $"/compare?runs={mine}&runs={theirs}", 403);
        await IsRefusedAsync(user, $"/ajax-api/2.0/mlflow/metrics/get-charts?run_ids={mine}&run_ids={theirs}&metric_keys=m", 403);
    }

    private static async Task IsRefusedAsync(MlflowClient client, string path, int status)
    {
        var answer = await client.SendAsync(HttpMethod.Get, path);
        Assert.True(status == answer.Status, $"{path}: {answer}");
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }
}
