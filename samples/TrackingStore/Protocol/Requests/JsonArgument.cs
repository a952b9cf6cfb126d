using System.Text.Json;

namespace TrackingStore.Protocol.Requests;

/// <summary>A value in a JSON body.</summary>
internal sealed class JsonArgument(JsonElement json) : ArgumentValue
{
    /// <inheritdoc/>
    public override string? Text => JsonText.TryRead(json, out var text) ? text : null;

    /// <inheritdoc/>
    public override string? TextOrDigits => IsNumber ? json.GetRawText() : Text;

    /// <inheritdoc/>
    public override bool IsNumber => json.ValueKind == JsonValueKind.Number;

    /// <inheritdoc/>
    public override IReadOnlyList<ArgumentValue>? Elements =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(element => new JsonArgument(element))] : null;

    /// <inheritdoc/>
    public override IArgumentSource? Fields => json.ValueKind == JsonValueKind.Object ? new JsonArguments(json) : null;

    /// <inheritdoc/>
    public override string Json => json.GetRawText();

    /// <inheritdoc/>
    public override string PythonType => json.ValueKind switch
    {
        JsonValueKind.String => "str",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        JsonValueKind.Number => json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "float" : "int",
        _ => "NoneType",
    };
}
