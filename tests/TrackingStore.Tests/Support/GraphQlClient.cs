using System.Text.Json.Nodes;

namespace TrackingStore.Tests.Support;

/// <summary>GraphQL in tests.</summary>
internal static class GraphQlClient
{
    /// <summary>Sends a document, and returns the data of the answer and its error.</summary>
    public static Task<(JsonObject Data, string? Error)> AskAsync(this MlflowClient client, string query, object? variables = null) =>
        client.AskWithAsync(new { query, variables });

    /// <summary>Sends a body, and returns the data of the answer and its error.</summary>
    public static async Task<(JsonObject Data, string? Error)> AskWithAsync(this MlflowClient client, object body)
    {
        var answer = (await client.SendAsync(HttpMethod.Post, "/graphql", body)).Ok();
        if (answer["errors"] is null) return (answer["data"]!.AsObject(), null);
        return (answer["data"]?.AsObject() ?? [], (string)answer["errors"]!.AsArray().Single()!);
    }
}
