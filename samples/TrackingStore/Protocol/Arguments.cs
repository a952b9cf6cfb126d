using System.Globalization;
using System.Text.Json;

namespace TrackingStore.Protocol;

/// <summary>
/// The fields of one request message, read as MLflow reads them: integers and doubles as number or string, enums by name or number,
/// null as absent, unknown fields ignored; and refused with MLflow's messages.
/// </summary>
/// <param name="fields">The JSON object with the fields.</param>
/// <param name="path">What stands before a field's name in messages: <c>metrics[0].</c> for the fields of an element.</param>
/// <param name="fromQuery">Whether the fields were a query string, where a single value is also a list of one.</param>
internal sealed class Arguments(JsonElement fields, string path = "", bool fromQuery = false)
{
    private const string SeeDocs = " See the API docs for more information about request parameters.";

    /// <summary>The name of a field as messages show it.</summary>
    public string PathOf(string name) => path + name;

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text that must be there and not be empty.</summary>
    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw MissingValue(name);

    /// <summary>A text, or null where it is absent.</summary>
    public string? Text(string name) => Find(name) is { } value ? ToText(name, value) : null;

    /// <summary>The run's id: old clients call it <c>run_uuid</c>.</summary>
    public string RequiredRunId() => Text("run_id") is { Length: > 0 } id ? id : Text("run_uuid") is { Length: > 0 } old ? old : throw MissingValue("run_id");

    /// <summary>A 64-bit integer that must be there.</summary>
    public long RequiredInt64(string name) => Int64(name) ?? throw MissingValue(name);

    /// <summary>A 64-bit integer, or null where it is absent.</summary>
    public long? Int64(string name)
    {
        if (Find(name) is not { } value) return null;
        return ScalarText(value, JsonValueKind.Number) is { } text && WireNumbers.TryParseInt64(text, value.ValueKind, out var number)
            ? number
            : throw WrongType(name, value);
    }

    /// <summary>A 32-bit integer, or null where it is absent.</summary>
    public int? Int32(string name) => Int64(name) switch
    {
        null => null,
        { } number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => throw WrongType(name, Find(name)!.Value),
    };

    /// <summary>A double that must be there.</summary>
    public double RequiredDouble(string name)
    {
        if (Find(name) is not { } value) throw MissingValue(name);
        if (ScalarText(value, JsonValueKind.Number) is not { } text) throw WrongType(name, value);
        if (text.Length == 0) throw MissingValue(name);
        return WireNumbers.TryParseDouble(text, out var number) ? number : throw WrongType(name, value);
    }

    /// <summary>An enum by its wire name or number; null where it is absent or not a known value, which MLflow ignores.</summary>
    public T? Enum<T>(string name) where T : struct, Enum
    {
        if (Find(name) is not { } value) return null;
        if (ScalarText(value, JsonValueKind.Number) is not { } text) throw WrongType(name, value);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return System.Enum.IsDefined((T)System.Enum.ToObject(typeof(T), number)) ? (T)System.Enum.ToObject(typeof(T), number) : null;
        }

        return System.Enum.TryParse<T>(text, out var member) && System.Enum.GetName(member) == text ? member : null;
    }

    /// <summary>A list of texts; empty where it is absent.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.String && fromQuery) return [ToText(name, value)];
        if (value.ValueKind != JsonValueKind.Array) throw WrongType(name, value);
        return [.. value.EnumerateArray().Select((element, index) => ToText($"{name}[{index}]", element))];
    }

    /// <summary>A list of messages; empty where it is absent.</summary>
    public IReadOnlyList<Arguments> Messages(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array) throw WrongType(name, value);
        return [.. value.EnumerateArray().Select((element, index) => ToMessage($"{name}[{index}]", element))];
    }

    /// <summary>A message that must be there.</summary>
    public Arguments RequiredMessage(string name) => Find(name) is { } value ? ToMessage(name, value) : throw MissingValue(name);

    /// <summary>The error of a field that must be there and is not.</summary>
    public MlflowException MissingValue(string name) =>
        MlflowException.Invalid($"Missing value for required parameter '{PathOf(name)}'.{SeeDocs}");

    /// <summary>The error of a field whose value is out of range.</summary>
    public MlflowException InvalidValue(string name, string hint) =>
        MlflowException.Invalid($"Invalid value {(Find(name) is { } value ? JsonText.Shorten(value) : "null")} for parameter '{PathOf(name)}' supplied{hint}");

    private JsonElement? Find(string name)
    {
        try
        {
            return fields.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            // As in JsonText: a name with half a surrogate pair on the way to the one that is looked for.
            throw MlflowException.Invalid("The request has a field whose name is no text.");
        }
    }

    private Arguments ToMessage(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? new Arguments(value, PathOf(name) + ".") : throw WrongType(name, value);

    private string ToText(string name, JsonElement value)
    {
        return JsonText.TryRead(Scalar(value), out var text) ? text : throw WrongType(name, value);
    }

    private string? ScalarText(JsonElement value, JsonValueKind kind)
    {
        var scalar = Scalar(value);
        if (scalar.ValueKind == kind) return scalar.GetRawText();
        return JsonText.TryRead(scalar, out var text) ? text : null;
    }

    /// <summary>Of a scalar that a query string gives several times, the last one counts.</summary>
    private JsonElement Scalar(JsonElement value) => fromQuery && value.ValueKind == JsonValueKind.Array ? value[value.GetArrayLength() - 1] : value;

    private MlflowException WrongType(string name, JsonElement value) => MlflowException.Invalid(
        $"Invalid value {JsonText.Shorten(value)} for parameter '{PathOf(name)}' supplied. Hint: Value was of type '{JsonText.PythonTypeOf(value)}'.{SeeDocs}");
}
