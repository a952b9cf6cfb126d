using System.Text.Json.Nodes;

namespace TrackingStore.Tests.Support;

/// <summary>Logged models in tests.</summary>
internal static class LoggedModelClient
{
    /// <summary>Creates a logged model, and returns its id.</summary>
    public static async Task<string> CreateLoggedModelAsync(this MlflowClient client, string experimentId, object? fields = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(fields ?? new { }))!.AsObject();
        body["experiment_id"] = experimentId;
        return (string)(await client.PostAsync("logged-models", body.ToJsonString())).Ok()["model"]!["info"]!["model_id"]!;
    }

    /// <summary>Reads a logged model.</summary>
    public static async Task<JsonNode> LoggedModelAsync(this MlflowClient client, string id) =>
        (await client.GetAsync("logged-models/" + id)).Ok()["model"]!;

    /// <summary>The names of the models that a search finds, in order, and the token of the next page.</summary>
    public static async Task<(string Names, string? Next)> SearchLoggedModelsAsync(this MlflowClient client, object body)
    {
        var answer = (await client.PostAsync("logged-models/search", body)).Ok();
        var names = (answer["models"]?.AsArray() ?? []).Select(model => (string)model!["info"]!["name"]!);
        return (string.Join(' ', names), (string?)answer["next_page_token"]);
    }
}
