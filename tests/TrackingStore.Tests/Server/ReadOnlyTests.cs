using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>A server that changes nothing.</summary>
public sealed class ReadOnlyTests
{
    /// <summary>What may be sent with another method than GET.</summary>
    private static readonly string[] Questions =
    [
        "experiments/search", "runs/search", "experiments/search-datasets", "logged-models/search", "registered-models/get-latest-versions",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadOnlyServer_AnswersQuestions_AndRefusesEveryOtherRoute()
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var options = new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint };
        string experiment, run;
        await using (var server = await TrackingServer.StartAsync(options, Ct))
        {
            using var client = new MlflowClient(server.Url);
            experiment = await client.CreateExperimentAsync();
            run = await client.CreateRunAsync(experiment);
            (await client.PostAsync("registered-models/create", new { name = "n" })).Ok();
        }

        await using var reader = await TrackingServer.StartAsync(options with { IsReadOnly = true }, Ct);
        using var reading = new MlflowClient(reader.Url);
        Assert.Equal("OK", (await reading.SendAsync(HttpMethod.Get, "/ready")).Text);
        Assert.NotNull(await reading.RunAsync(run));
        foreach (var question in Questions)
            (await reading.PostAsync(question, new { name = "n", experiment_ids = new[] { experiment }, max_results = 5 })).Ok();
        (await reading.SendAsync(HttpMethod.Get, "/")).Ok();

        var refused = 0;
        foreach (var (method, path) in reader.MethodsAndPaths("1/a", ("name", "n")))
        {
            if (method is "GET" or "HEAD" || path == "/graphql" || path.EndsWith("gateway-proxy", StringComparison.Ordinal)
                || Questions.Any(question => path.EndsWith("mlflow/" + question, StringComparison.Ordinal)))
            {
                continue;
            }

            var body = new { experiment_id = experiment, run_id = run, key = "k", value = "v", name = "n" };
            var answer = await reading.SendAsync(new HttpMethod(method), path, body);
            if (ServerRoutes.IsForm(method, path))
            {
                Assert.Equal(403, answer.Status);
                Assert.Contains("The server is read-only.", answer.Text, StringComparison.Ordinal);
            }
            else
            {
                answer.Is(403, "PERMISSION_DENIED", "The server is read-only.");
            }

            refused++;
        }

        Assert.True(refused > 40, $"{refused} routes");
    }

    /// <summary>A reader makes no table.</summary>
    [Fact]
    public async Task ReadOnlyServer_WithoutATable_DoesNotStart()
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        await Assert.ThrowsAnyAsync<Exception>(
            () => TrackingServer.StartAsync(new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint, IsReadOnly = true }, Ct));
        await Assert.ThrowsAnyAsync<Exception>(() => engine.CountAsync("EXP#0"));
    }
}
