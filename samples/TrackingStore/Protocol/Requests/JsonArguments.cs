using System.Collections.Concurrent;
using System.Text.Json;

namespace TrackingStore.Protocol.Requests;

/// <summary>
/// The arguments in a JSON object. Anything else has none. As in MLflow, the name of a field may also be written as <c>startTime</c>, which
/// is how libraries for protocol buffers write it.
/// </summary>
internal sealed class JsonArguments(JsonElement json) : IArgumentSource
{
    private static readonly ConcurrentDictionary<string, string> CamelCase = new();

    /// <inheritdoc/>
    public ArgumentValue? Find(string name)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return TryGet(name, out var value) || (name.Contains('_') && TryGet(CamelCase.GetOrAdd(name, ToCamelCase), out value))
                ? new JsonArgument(value)
                : null;
        }
        catch (InvalidOperationException)
        {
            // As in JsonText: a name with half a surrogate pair on the way to the one that is looked for.
            throw MlflowException.Invalid("The request has a field whose name is not valid text.");
        }
    }

    private bool TryGet(string name, out JsonElement value) =>
        json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static string ToCamelCase(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
