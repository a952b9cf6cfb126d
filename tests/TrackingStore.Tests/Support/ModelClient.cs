namespace TrackingStore.Tests.Support;

/// <summary>Registered models in tests.</summary>
internal static class ModelClient
{
    /// <summary>Creates a model, and returns its name.</summary>
    public static async Task<string> CreateModelAsync(this MlflowClient client, string? name = null, params (string, string)[] tags)
    {
        name ??= MlflowClient.NewName("model");
        var body = new { name, tags = tags.Select(tag => new { key = tag.Item1, value = tag.Item2 }) };
        return (string)(await client.PostAsync("registered-models/create", body)).Ok()["registered_model"]!["name"]!;
    }

    /// <summary>Creates a version, and returns its number.</summary>
    public static async Task<string> CreateVersionAsync(
        this MlflowClient client, string name, string source = "s3://bucket/m", string? runId = null) =>
        (string)(await client.PostAsync("model-versions/create", new { name, source, run_id = runId })).Ok()["model_version"]!["version"]!;

    /// <summary>Sends a PATCH to an endpoint below <c>/api/2.0/mlflow/</c>.</summary>
    public static Task<Answer> PatchAsync(this MlflowClient client, string path, object body) =>
        client.SendAsync(HttpMethod.Patch, "/api/2.0/mlflow/" + path, body);

    /// <summary>Sends a DELETE to an endpoint below <c>/api/2.0/mlflow/</c>.</summary>
    public static Task<Answer> DeleteAsync(this MlflowClient client, string path, object body) =>
        client.SendAsync(HttpMethod.Delete, "/api/2.0/mlflow/" + path, body);

    /// <summary>The names of the models that a search finds, in order.</summary>
    public static async Task<string[]> SearchModelsAsync(this MlflowClient client, string filter, string query = "") =>
        Names((await client.GetAsync($"registered-models/search?filter={Uri.EscapeDataString(filter)}{query}")).Ok());

    /// <summary>The names of the models in an answer.</summary>
    public static string[] Names(Answer answer) => [.. (answer["registered_models"]?.AsArray() ?? []).Select(m => (string)m!["name"]!)];

    /// <summary>The versions that a search finds, in order: name and number of each.</summary>
    public static async Task<string[]> SearchVersionsAsync(this MlflowClient client, string filter, string query = "")
    {
        var answer = (await client.GetAsync($"model-versions/search?filter={Uri.EscapeDataString(filter)}{query}")).Ok();
        return [.. (answer["model_versions"]?.AsArray() ?? []).Select(v => $"{v!["name"]} {v["version"]}")];
    }
}
