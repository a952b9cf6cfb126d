using System.Globalization;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Operations;

/// <summary>What Prometheus reads.</summary>
public sealed class MetricsPageTests(SignInServer users) : IClassFixture<SignInServer>
{
    private const string Requests = "http_server_request_duration_seconds_count{";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_CountRequestsByRoute_AndShowAnOutage()
    {
        using var engine = LocalDynamo.InMemory();
        var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var limit = TimeSpan.FromMinutes(5);
        var time = new ImpatientClock(limit);
        var options = new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint, StoreTimeout = limit, Time = time };
        await using var server = await TrackingServer.StartAsync(options with { ExposesMetrics = true }, Ct);
        using var client = new MlflowClient(server.Url);
        await client.CreateRunAsync();
        await client.SendAsync(HttpMethod.Get, "/api/2.0/mlflow/runs/get?run_id=none");

        // The server counts a request after its answer.
        var before = "";
        await Eventually.IsSoAsync(
            async () => HasLine(before = await ReadAsync(client), Requests, "runs/create\"") && HasLine(before, Requests, "runs/get\""),
            "both requests are counted");
        Assert.InRange(ValueOf(before, Requests, "runs/create\"", "code=\"200\""), 1, 1e9);
        Assert.InRange(ValueOf(before, Requests, "runs/get\"", "code=\"404\""), 1, 1e9);
        Assert.InRange(ValueOf(before, "db_client_operation_duration_seconds_count{", "TransactWriteItems\""), 1, 1e9);
        Assert.InRange(ValueOf(before, "tracking_store_disk_free_bytes{", "artifacts\""), 1, 1e18);
        Assert.InRange(ValueOf(before, "tracking_store_last_clean_up_time_seconds{"), 1.7e9, 1e10);

        await dynamo.DisposeAsync();
        time.IsImpatient = true;
        await client.SendAsync(HttpMethod.Get, "/ready");
        Assert.Contains("part=\"store\"} 1", await ReadAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_AreForAdministrators_AndOnlyOnRequest()
    {
        Assert.Equal(404, (await users.Admin.SendAsync(HttpMethod.Get, "/metrics")).Status);

        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, SignInServer.Password, Ct);
        var options = new ServerOptions
        {
            Port = 0,
            Endpoint = dynamo.Endpoint,
            SignIn = true,
            AdminPasswordFile = file,
            PasswordIterations = 1000,
            ExposesMetrics = true,
        };
        await using var server = await TrackingServer.StartAsync(options, Ct);
        File.Delete(file);
        using var nobody = new MlflowClient(server.Url);
        using var wrong = nobody.As("admin", "not the password", System.Text.Encoding.UTF8);
        using var admin = nobody.As("admin", SignInServer.Password, System.Text.Encoding.UTF8);
        (await admin.PostAsync("users/create", new { username = "u", password = SignInServer.Password })).Ok();
        using var user = nobody.As("u", SignInServer.Password, System.Text.Encoding.UTF8);

        Assert.Equal(401, (await nobody.SendAsync(HttpMethod.Get, "/metrics")).Status);
        Assert.Equal(401, (await wrong.SendAsync(HttpMethod.Get, "/metrics")).Status);
        Assert.Equal(403, (await user.SendAsync(HttpMethod.Get, "/metrics")).Status);
        Assert.InRange(ValueOf(await ReadAsync(admin), "tracking_store_sign_ins_refused_total{"), 1, 1e9);
    }

    private static async Task<string> ReadAsync(MlflowClient client)
    {
        var answer = await client.SendAsync(HttpMethod.Get, "/metrics");
        Assert.Equal(200, answer.Status);
        return answer.Text;
    }

    /// <summary>The value of the first line that begins with a text and has others.</summary>
    private static double ValueOf(string metrics, string beginning, params string[] labels)
    {
        var line = FindLine(metrics, beginning, labels);
        Assert.True(line is not null, $"No line has {beginning} with {string.Join(", ", labels)}:\n{metrics}");
        return double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
    }

    private static bool HasLine(string metrics, string beginning, params string[] labels) =>
        FindLine(metrics, beginning, labels) is not null;

    private static string? FindLine(string metrics, string beginning, string[] labels) => Array.Find(
        metrics.Split('\n'), line => line.StartsWith(beginning, StringComparison.Ordinal) && labels.All(line.Contains));
}
