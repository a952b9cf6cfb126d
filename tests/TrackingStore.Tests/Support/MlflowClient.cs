using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrackingStore.Tests.Support;

/// <summary>Talks to a server as MLflow clients do.</summary>
internal sealed class MlflowClient(Uri url) : IDisposable
{
    private static int count;

    public HttpClient Http { get; } = new() { BaseAddress = url };

    public void Dispose() => Http.Dispose();

    /// <summary>A client of the same server that signs in.</summary>
    public MlflowClient As(string scheme, string credentials)
    {
        var client = new MlflowClient(url);
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, credentials);
        return client;
    }

    /// <summary>A client of the same server that signs in with a password.</summary>
    public MlflowClient As(string name, string password, Encoding encoding) =>
        As("Basic", Convert.ToBase64String(encoding.GetBytes($"{name}:{password}")));

    /// <summary>A name that no other test uses.</summary>
    public static string NewName(string what = "e") => $"{what}-{Interlocked.Increment(ref count)}-{Guid.NewGuid():N}";

    /// <summary>POSTs to an endpoint below <c>/api/2.0/mlflow/</c>; the body is anonymous objects or JSON text.</summary>
    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, "/api/2.0/mlflow/" + path, body);

    /// <summary>GETs from an endpoint below <c>/api/2.0/mlflow/</c>.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, "/api/2.0/mlflow/" + path);

    /// <summary>Sends any request.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var bytes = body as byte[] ?? Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body));
            request.Content = new ByteArrayContent(bytes);
            if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Makes an experiment.</summary>
    public async Task<string> CreateExperimentAsync(string? name = null) =>
        (string)(await PostAsync("experiments/create", new { name = name ?? NewName() })).Ok()["experiment_id"]!;

    /// <summary>Makes a run, in an experiment of its own if none is given.</summary>
    public async Task<string> CreateRunAsync(string? experimentId = null, long start = 0)
    {
        var answer = await PostAsync(
            "runs/create",
            new { experiment_id = experimentId ?? await CreateExperimentAsync(), start_time = start });
        return (string)answer.Ok()["run"]!["info"]!["run_id"]!;
    }

    /// <summary>Reads a run.</summary>
    public async Task<JsonNode> RunAsync(string runId) => (await GetAsync("runs/get?run_id=" + runId)).Ok()["run"]!;

    /// <summary>The ids of the runs that a search finds, in order.</summary>
    public async Task<string[]> SearchAsync(object body) => Ids((await PostAsync("runs/search", body)).Ok());

    /// <summary>The ids of the runs in an answer.</summary>
    public static string[] Ids(Answer answer) => [.. (answer["runs"]?.AsArray() ?? []).Select(r => (string)r!["info"]!["run_id"]!)];
}
