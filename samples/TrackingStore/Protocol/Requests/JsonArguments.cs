using System.Text.Json;

namespace TrackingStore.Protocol.Requests;

/// <summary>The arguments in a JSON object. Anything else has none.</summary>
internal sealed class JsonArguments(JsonElement json) : IArgumentSource
{
    /// <inheritdoc/>
    public ArgumentValue? Find(string name)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new JsonArgument(value) : null;
        }
        catch (InvalidOperationException)
        {
            // As in JsonText: a name with half a surrogate pair on the way to the one that is looked for.
            throw MlflowException.Invalid("The request has a field whose name is not valid text.");
        }
    }
}
