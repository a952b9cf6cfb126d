using System.Globalization;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Requests;

/// <summary>
/// The arguments of a request, or the fields of a message in it, read as MLflow reads them: integers and doubles as number or string, enums
/// by name or number, null as absent, unknown fields ignored; and refused with MLflow's messages.
/// </summary>
/// <param name="source">Where they are.</param>
/// <param name="path">What messages put before a field's name: <c>metrics[0].</c> for the fields of an element.</param>
internal sealed class Arguments(IArgumentSource source, string path = "")
{
    private const int MaxShown = 500;

    /// <summary>How messages about a parameter end.</summary>
    public const string SeeDocs = " See the API docs for more information about request parameters.";

    private CheckedModels? models;

    /// <summary>The registered models of the request for which permissions were checked.</summary>
    public CheckedModels Models => models ??= new CheckedModels();

    /// <summary>The id of what the request changes, once it is known, if a repetition of the request must find the same.</summary>
    public string? ChangedId { get; set; }

    /// <summary>The name of a field as messages show it.</summary>
    public string PathOf(string name) => path + name;

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => source.Find(name) is not null;

    /// <summary>A text that must be there and not be empty.</summary>
    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw MissingValue(name);

    /// <summary>A text, or null where it is absent.</summary>
    public string? Text(string name) => source.Find(name) is { } value ? ToText(name, value) : null;

    /// <summary>
    /// A name or id by which something is looked up. It must be there and not be empty. What is too long for any is cut: it is not found,
    /// and the answer that says so need not have all of it.
    /// </summary>
    public string RequiredKey(string name) => Limits.Truncate(RequiredText(name), Limits.Key);

    /// <summary>The run's id: old clients call it <c>run_uuid</c>.</summary>
    public string RequiredRunId() =>
        RequiredKey(Text("run_id") is null or "" && Text("run_uuid") is { Length: > 0 } ? "run_uuid" : "run_id");

    /// <summary>A 64-bit integer that must be there.</summary>
    public long RequiredInt64(string name) => Int64(name) ?? throw MissingValue(name);

    /// <summary>A 64-bit integer, or null where it is absent.</summary>
    public long? Int64(string name)
    {
        if (source.Find(name) is not { } value) return null;
        return value.TextOrDigits is { } text && WireNumbers.TryParseInt64(text, value.IsNumber, out var number)
            ? number
            : throw WrongType(name, value);
    }

    /// <summary>A double that must be there.</summary>
    public double RequiredDouble(string name)
    {
        if (source.Find(name) is not { } value) throw MissingValue(name);
        if (value.TextOrDigits is not { } text) throw WrongType(name, value);
        if (text.Length == 0) throw MissingValue(name);
        return WireNumbers.TryParseDouble(text, out var number) ? number : throw WrongType(name, value);
    }

    /// <summary>A boolean that must be there.</summary>
    public bool RequiredBoolean(string name) => Boolean(name) ?? throw MissingValue(name);

    /// <summary>A boolean, or null where it is absent.</summary>
    public bool? Boolean(string name)
    {
        if (source.Find(name) is not { } value) return null;
        return (value.PythonType == "bool" ? value.Json : value.Text) switch
        {
            "true" => true,
            "false" => false,
            _ => throw WrongType(name, value),
        };
    }

    /// <summary>An enum by its wire name or number; null where it is absent or not a known value, which MLflow ignores.</summary>
    public T? Enum<T>(string name) where T : struct, Enum
    {
        if (source.Find(name) is not { } value) return null;
        if (value.TextOrDigits is not { } text) throw WrongType(name, value);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            var byNumber = (T)System.Enum.ToObject(typeof(T), number);
            return System.Enum.IsDefined(byNumber) ? byNumber : null;
        }

        return System.Enum.TryParse<T>(text, out var member) && System.Enum.GetName(member) == text ? member : null;
    }

    /// <summary>A list of at most <see cref="Limits.ListElements"/> texts; empty where it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Elements(name, Limits.ListElements).Select((element, index) => ToText($"{name}[{index}]", element))];

    /// <summary>A list of at most <see cref="Limits.ListElements"/> messages; empty where it is absent.</summary>
    public IReadOnlyList<Arguments> Messages(string name) => Messages(name, Limits.ListElements);

    /// <summary>A list of messages whose number the caller limits in words of its own; empty where it is absent.</summary>
    public IReadOnlyList<Arguments> MessagesOfAnyNumber(string name) => Messages(name, int.MaxValue);

    /// <summary>A field of any kind, as JSON; null where it is absent.</summary>
    public string? Json(string name) => source.Find(name)?.Json;

    /// <summary>A message that must be there.</summary>
    public Arguments RequiredMessage(string name) => source.Find(name) is { } value ? ToMessage(name, value) : throw MissingValue(name);

    /// <summary>The error of a field that must be there and is not.</summary>
    public MlflowException MissingValue(string name) =>
        MlflowException.Invalid($"Missing value for required parameter '{PathOf(name)}'.{SeeDocs}");

    /// <summary>The error of a field whose value is out of range.</summary>
    public MlflowException InvalidValue(string name, string hint) => MlflowException.Invalid(
        $"Invalid value {(source.Find(name) is { } value ? Show(value) : "null")} for parameter '{PathOf(name)}' supplied{hint}");

    private IReadOnlyList<Arguments> Messages(string name, int max) =>
        [.. Elements(name, max).Select((element, index) => ToMessage($"{name}[{index}]", element))];

    private IReadOnlyList<ArgumentValue> Elements(string name, int max)
    {
        if (source.Find(name) is not { } value) return [];
        var elements = value.Elements ?? throw WrongType(name, value);
        return elements.Count <= max ? elements : throw MlflowException.Invalid(
            $"The parameter '{PathOf(name)}' has {elements.Count} elements, but at most {max} are allowed. Use several requests.");
    }

    private string ToText(string name, ArgumentValue value) => value.Text ?? throw WrongType(name, value);

    private Arguments ToMessage(string name, ArgumentValue value) =>
        value.Fields is { } fields ? new Arguments(fields, PathOf(name) + ".") : throw WrongType(name, value);

    private MlflowException WrongType(string name, ArgumentValue value) => MlflowException.Invalid(
        $"Invalid value {Show(value)} for parameter '{PathOf(name)}' supplied. Hint: Value was of type '{value.PythonType}'.{SeeDocs}");

    private static string Show(ArgumentValue value)
    {
        var json = value.Json;
        return json.Length <= MaxShown ? json : string.Concat(json.AsSpan(0, MaxShown), "…");
    }
}
