using DynamoToolkit.Local;
using TrackingStore.Availability;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>
/// The store makes a change, and does not answer, not even when the transport asks again. The server answers 503, so MLflow's client asks
/// again as well, and must not learn that what it deleted or renamed is not there.
/// </summary>
public sealed class RepeatedChangeTests : IAsyncLifetime
{
    private static readonly string[] Writes = ["TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"];

    private EndpointServer server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MlflowClient Client => server.Client;

    public static TheoryData<string> Changes { get; } =
    [
        "experiments/delete", "experiments/restore", "experiments/delete-experiment-tag", "runs/delete-tag", "registered-models/rename",
        "registered-models/delete", "model-versions/delete", "logged-models/tags",
    ];

    public async ValueTask InitializeAsync() => server = await EndpointServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>
    /// Reads work, so the server finds the change made: it answers 503 only if it is not, because another write comes first.
    /// </summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_WhoseAnswersAreAllLost_Succeeds_IfItIsThere(string path)
    {
        var change = await PrepareAsync(path);
        server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = Writes });
        var answer = await change();
        server.Engine.Faults.Clear();
        await Task.Delay(2 * Circuit.Pause, Ct);
        if (path is "registered-models/rename" or "experiments/restore")
        {
            answer.Is(503, "TEMPORARILY_UNAVAILABLE", "");
            answer = await change();
        }

        answer.Ok();
        await IsMissingAsync(change);
    }

    /// <summary>Nothing answers any more as soon as the change is made. What the client asks again succeeds once.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_ThatNobodyKnowsTheOutcomeOf_SucceedsWhenItIsRepeated_AndOnlyOnce(string path)
    {
        var change = await PrepareAsync(path);
        server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = Writes });
        server.Engine.Faults.Inject(new LocalFault(FaultKind.RefusedConnection) { Operations = new AllOnceStruck(server.Engine) });
        (await change()).Is(503, "TEMPORARILY_UNAVAILABLE", "");
        server.Engine.Faults.Clear();
        await Task.Delay(2 * Circuit.Pause, Ct);
        (await change()).Ok();
        await IsMissingAsync(change);
    }

    [Fact]
    public async Task ChangeThatWasRefused_IsRefusedAgain()
    {
        var change = await PrepareAsync("registered-models/delete");
        server.Engine.Faults.Inject(new LocalFault(FaultKind.RefusedConnection));
        (await change()).Is(503, "TEMPORARILY_UNAVAILABLE", "");
        server.Engine.Faults.Clear();
        await Task.Delay(2 * Circuit.Pause, Ct);
        (await change()).Ok();
        await IsMissingAsync(change);
    }

    /// <summary>The new name belongs to another model, whose data the caller may not see.</summary>
    [Fact]
    public async Task RenamingThatWasNotMade_IsNotFoundInAnotherModel()
    {
        var (model, other) = (await Client.CreateModelAsync(), await Client.CreateModelAsync());
        (await Client.PostAsync("registered-models/rename", new { name = other, new_name = other + "2" })).Ok();
        var change = () => Client.PostAsync("registered-models/rename", new { name = model, new_name = other + "2" });
        server.Engine.Faults.Inject(new LocalFault(FaultKind.RefusedConnection) { Operations = Writes });
        (await change()).Is(503, "TEMPORARILY_UNAVAILABLE", "");
        server.Engine.Faults.Clear();
        await Task.Delay(2 * Circuit.Pause, Ct);
        (await Client.SendAsync(HttpMethod.Delete, "/api/2.0/mlflow/registered-models/delete", new { name = model })).Ok();
        await IsMissingAsync(change);
    }

    private static async Task IsMissingAsync(Func<Task<Answer>> change)
    {
        var answer = await change();
        Assert.True(answer.Status == 404, $"{answer}");
    }

    private async Task<Func<Task<Answer>>> PrepareAsync(string path)
    {
        var experiment = await Client.CreateExperimentAsync();
        var run = await Client.CreateRunAsync(experiment);
        var model = await Client.CreateModelAsync();
        await Client.CreateVersionAsync(model);
        (await Client.PostAsync("runs/set-tag", new { run_id = run, key = "t", value = "v" })).Ok();
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = experiment, key = "t", value = "v" })).Ok();
        // Its only write is its own: runs come before it.
        if (path is "experiments/delete" or "experiments/restore") experiment = await Client.CreateExperimentAsync();
        if (path == "experiments/restore") (await Client.PostAsync("experiments/delete", new { experiment_id = experiment })).Ok();
        if (path == "logged-models/tags")
        {
            var tags = new[] { new { key = "t", value = "v" } };
            var created = (await Client.PostAsync("logged-models", new { experiment_id = experiment, tags })).Ok();
            var id = (string)created["model"]!["info"]!["model_id"]!;
            return () => Client.SendAsync(HttpMethod.Delete, $"/api/2.0/mlflow/logged-models/{id}/tags/t");
        }

        object body = path switch
        {
            "experiments/delete" or "experiments/restore" => new { experiment_id = experiment },
            "experiments/delete-experiment-tag" => new { experiment_id = experiment, key = "t" },
            "runs/delete-tag" => new { run_id = run, key = "t" },
            "registered-models/rename" => new { name = model, new_name = model + "2" },
            "model-versions/delete" => new { name = model, version = "1" },
            _ => new { name = model },
        };
        var method = path is "registered-models/delete" or "model-versions/delete" ? HttpMethod.Delete : HttpMethod.Post;
        return () => Client.SendAsync(method, "/api/2.0/mlflow/" + path, body);
    }
}
