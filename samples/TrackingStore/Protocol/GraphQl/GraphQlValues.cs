using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrackingStore.Protocol.GraphQl;

/// <summary>
/// The values of an operation's variables. A short document can use a long variable thousands of times, so all uses together are limited.
/// </summary>
internal sealed class GraphQlValues
{
    /// <summary>The most characters that the variables of a request, and all of their uses, may have.</summary>
    public const int MaxCharacters = 1_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private readonly Dictionary<string, (JsonNode? Value, int Length)> values = [];
    private int left = MaxCharacters;

    /// <summary>Reads the values that a request gives.</summary>
    /// <param name="json">The values as JSON; null if it gives none.</param>
    /// <exception cref="GraphQlException">They are too long, repeat a name, or contain half a surrogate pair.</exception>
    public static JsonObject? Parse(string? json)
    {
        if (json is null) return null;
        if (json.Length > MaxCharacters) throw TooLong();
        try
        {
            var root = JsonDocument.Parse(json, Strict).RootElement;
            RequireText(root);
            return root.ValueKind == JsonValueKind.Object ? JsonObject.Create(root) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw Invalid();
        }
    }

    /// <summary>The error of variables that are not what JSON can say.</summary>
    public static GraphQlException Invalid() => new("The variables are not valid JSON.");

    /// <summary>Adds a variable.</summary>
    /// <param name="name">Its name, which is new.</param>
    /// <param name="value">Its value.</param>
    public void Add(string name, JsonNode? value) => values.Add(name, (value, value?.ToJsonString().Length ?? 0));

    /// <summary>Whether a variable has a value that is not null.</summary>
    public bool Has(string name) => values.TryGetValue(name, out var found) && found.Value is not null;

    /// <summary>A copy of a variable's value; null if it has none.</summary>
    /// <exception cref="GraphQlException">The copies are too long together.</exception>
    public JsonNode? Use(string name)
    {
        if (!values.TryGetValue(name, out var found) || found.Value is null) return null;
        left -= found.Length;
        return left >= 0 ? found.Value.DeepClone() : throw TooLong();
    }

    /// <summary>Reads all names and texts: half a surrogate pair shows only then.</summary>
    private static void RequireText(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray()) RequireText(element);
                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    _ = field.Name;
                    RequireText(field.Value);
                }

                break;
        }
    }

    private static GraphQlException TooLong() =>
        new($"The variables, each as often as it is used, have more than {MaxCharacters} characters.");
}
