using DynamoToolkit.Local;
using TrackingStore.Availability;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>The deletion of a user or permission whose answer was lost is not a 404 when a client repeats it.</summary>
public sealed class RepeatedUserChangeTests : IAsyncLifetime
{
    private static readonly string[] Writes = ["DeleteItem"];

    private EndpointServer server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MlflowClient Client => server.Client;

    public async ValueTask InitializeAsync() => server = await EndpointServer.StartAsync(signsIn: true);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("users/delete")]
    [InlineData("experiments/permissions/delete")]
    [InlineData("registered-models/permissions/delete")]
    public async Task Deletion_ThatNobodyKnowsTheOutcomeOf_SucceedsWhenItIsRepeated_AndOnlyOnce(string path)
    {
        var (user, name, experiment) = (MlflowClient.NewName(), await Client.CreateModelAsync(), await Client.CreateExperimentAsync());
        (await Client.PostAsync("users/create", new { username = user, password = SignInServer.Password })).Ok();
        var body = new { name, experiment_id = experiment, username = user, permission = "READ" };
        foreach (var kind in (string[])["experiments", "registered-models"])
            (await Client.PostAsync(kind + "/permissions/create", body)).Ok();
        server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = Writes });
        server.Engine.Faults.Inject(new LocalFault(FaultKind.RefusedConnection) { Operations = new AllOnceStruck(server.Engine) });
        (await Client.DeleteAsync(path, body)).Is(503, "TEMPORARILY_UNAVAILABLE", "");
        server.Engine.Faults.Clear();
        await Task.Delay(2 * Circuit.Pause, Ct);
        // As the client repeats it.
        (await Client.DeleteAsync(path, body)).Ok();
        var again = await Client.DeleteAsync(path, body);
        Assert.True(again.Status == 404, $"{again}");
    }
}
