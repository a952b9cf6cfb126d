using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace TrackingStore.Store;

/// <summary>Lists that MLflow keeps as JSON in a tag.</summary>
internal static class JsonList
{
    private const int MaxTries = 20;

    /// <summary>Changes a list on the condition that it is as it was read, again and again if somebody else was faster.</summary>
    /// <param name="tryChange">Reads the list and writes it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ConditionalCheckFailedException">Others were faster 20 times.</exception>
    public static async Task ChangeAsync(Func<Task> tryChange, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await tryChange();
                return;
            }
            catch (ConditionalCheckFailedException) when (tries < MaxTries)
            {
                await Task.Delay(Random.Shared.Next(10 * tries), cancellationToken);
            }
        }
    }

    /// <summary>The elements of a list; none for what is another JSON value, or where there is none.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static List<JsonElement> Read(string? list)
    {
        if (string.IsNullOrEmpty(list)) return [];
        using var document = JsonDocument.Parse(list);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(e => e.Clone())]
            : [];
    }
}
