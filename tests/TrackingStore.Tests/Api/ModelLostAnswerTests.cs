using DynamoToolkit.Local;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>
/// Every request that changes the registry, with the answer to each of its calls of DynamoDB lost in turn: DynamoDB did what it was asked
/// for, and the transport asks again. The client sees the effect of one request.
/// </summary>
public sealed class ModelLostAnswerTests : IAsyncLifetime
{
    private static readonly string[] Writes = ["TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"];

    private EndpointServer server = null!;

    private MlflowClient Client => server.Client;

    /// <summary>Method, path and further fields of each request, and the status of the same request afterwards.</summary>
    public static TheoryData<string, string, string, int> Changes { get; } = new()
    {
        { "PATCH", "registered-models/update", "description", 200 },
        { "POST", "registered-models/rename", "new_name", 404 },
        { "DELETE", "registered-models/delete", "", 404 },
        { "POST", "registered-models/set-tag", "key value", 200 },
        { "DELETE", "registered-models/delete-tag", "key", 200 },
        { "POST", "registered-models/alias", "alias version", 200 },
        { "DELETE", "registered-models/alias", "alias", 200 },
        { "PATCH", "model-versions/update", "version description", 200 },
        { "POST", "model-versions/transition-stage", "version stage archive_existing_versions", 200 },
        { "DELETE", "model-versions/delete", "version", 404 },
        { "POST", "model-versions/set-tag", "version key value", 200 },
        { "DELETE", "model-versions/delete-tag", "version key", 200 },
    };

    public async ValueTask InitializeAsync() => server = await EndpointServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_WithALostAnswer_Succeeds_AndOnlyAskingAgainIsAnError(string method, string path, string fields, int again)
    {
        var struck = server.Engine.Faults.Struck;
        foreach (var operation in Writes)
        {
            var name = await CreateAsync();
            var body = BodyOf(name, fields);
            server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = [operation], Count = 1 });
            var answer = await SendAsync(method, path, body);
            server.Engine.Faults.Clear();
            Assert.True(answer.Status == 200, $"{operation}: {answer}");
            var repeated = await SendAsync(method, path, body);
            Assert.True(repeated.Status == again, $"{operation}, again: {repeated}");
        }

        Assert.True(server.Engine.Faults.Struck > struck, "No answer was lost.");
    }

    [Fact]
    public async Task Creation_WithALostAnswer_CreatesOne()
    {
        foreach (var operation in Writes)
        {
            var name = MlflowClient.NewName("model");
            server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = [operation], Count = 1 });
            (await Client.PostAsync("registered-models/create", new { name })).Ok();
            server.Engine.Faults.Clear();
            server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = [operation], Count = 1 });
            Assert.Equal("1", await Client.CreateVersionAsync(name));
            server.Engine.Faults.Clear();
            Assert.Equal([$"{name} 1"], await Client.SearchVersionsAsync($"name = '{name}'"));
        }
    }

    private static Dictionary<string, object> BodyOf(string name, string fields)
    {
        var body = new Dictionary<string, object> { ["name"] = name };
        foreach (var field in fields.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            body[field] = field switch
            {
                "new_name" => MlflowClient.NewName("renamed"),
                "version" => "1",
                "stage" => "Production",
                "archive_existing_versions" => true,
                "alias" => "best",
                "key" => "k",
                _ => "new",
            };
        }

        return body;
    }

    private async Task<string> CreateAsync()
    {
        var name = await Client.CreateModelAsync(null, ("k", "v"));
        await Client.CreateVersionAsync(name);
        (await Client.PostAsync("registered-models/alias", new { name, alias = "best", version = "1" })).Ok();
        (await Client.PostAsync("model-versions/set-tag", new { name, version = "1", key = "k", value = "v" })).Ok();
        return name;
    }

    private Task<Answer> SendAsync(string method, string path, object body) =>
        Client.SendAsync(new HttpMethod(method), "/api/2.0/mlflow/" + path, body);
}
