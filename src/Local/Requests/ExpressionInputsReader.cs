using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests;

/// <summary>Reads <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>.</summary>
internal static class ExpressionInputsReader
{
    private const string NamesParameter = "ExpressionAttributeNames";
    private const string ValuesParameter = "ExpressionAttributeValues";
    private const int MaxPlaceholderLength = 255;

    /// <summary>Reads both parameters.</summary>
    public static ExpressionInputs Read(Fields fields) => new(ReadNames(fields), ReadValues(fields));

    private static Dictionary<string, string> ReadNames(Fields fields)
    {
        var names = new Dictionary<string, string>();
        if (fields.Map(NamesParameter) is not { } map)
            return names;

        foreach (var property in map.EnumerateObject())
            names[JsonText.NameOf(property)] = Fields.TextOf(property.Value);
        if (names.Count == 0)
            throw DynamoError.Validation($"{NamesParameter} must not be empty");

        foreach (var (placeholder, name) in names)
        {
            CheckPlaceholder(placeholder, '#', NamesParameter);
            Wrap(NamesParameter, placeholder, () => AttributeNames.Check(name));
        }

        return names;
    }

    private static Dictionary<string, Value> ReadValues(Fields fields)
    {
        var values = new Dictionary<string, Value>();
        if (fields.Map(ValuesParameter) is not { } map)
            return values;

        // The service reports a wrong placeholder before a wrong value.
        foreach (var property in map.EnumerateObject())
            CheckPlaceholder(JsonText.NameOf(property), ':', ValuesParameter);
        foreach (var property in map.EnumerateObject())
        {
            var placeholder = JsonText.NameOf(property);
            values[placeholder] = Wrap(ValuesParameter, placeholder, () => ValueReader.Read(property.Value));
        }

        return values.Count > 0 ? values : throw DynamoError.Validation($"{ValuesParameter} must not be empty");
    }

    // A mistake in a name or value is reported with its placeholder.
    private static T Wrap<T>(string parameter, string placeholder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DynamoError error) when (error.Name == "ValidationException")
        {
            throw DynamoError.Validation($"{parameter} contains invalid value: {error.Message} for key {placeholder}");
        }
    }

    private static void CheckPlaceholder(string placeholder, char sign, string parameter)
    {
        if (placeholder.Length > MaxPlaceholderLength)
        {
            throw DynamoError.Validation(
                $"{parameter} contains invalid key: The expression attribute map contains a key that is too long; "
                + $"size of key: {placeholder.Length}");
        }

        if (!ExpressionInputs.IsPlaceholder(placeholder, sign))
            throw DynamoError.Validation($"{parameter} contains invalid key: Syntax error; key: \"{placeholder}\"");
    }
}
