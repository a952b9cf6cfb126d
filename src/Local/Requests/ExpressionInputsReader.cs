using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests;

/// <summary>Reads <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>.</summary>
internal static class ExpressionInputsReader
{
    private const string NamesParameter = "ExpressionAttributeNames";
    private const string ValuesParameter = "ExpressionAttributeValues";

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
            if (name.Length == 0)
                throw DynamoError.Validation($"{NamesParameter} contains invalid value: Empty attribute name for key {placeholder}");
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
            values[placeholder] = ReadValue(placeholder, property.Value);
        }

        return values.Count > 0 ? values : throw DynamoError.Validation($"{ValuesParameter} must not be empty");
    }

    private static Value ReadValue(string placeholder, JsonElement value)
    {
        try
        {
            return ValueReader.Read(value);
        }
        catch (DynamoError error) when (error.Name == "ValidationException")
        {
            throw DynamoError.Validation($"{ValuesParameter} contains invalid value: {error.Message} for key {placeholder}");
        }
    }

    private static void CheckPlaceholder(string placeholder, char sign, string parameter)
    {
        if (!ExpressionInputs.IsPlaceholder(placeholder, sign))
            throw DynamoError.Validation($"{parameter} contains invalid key: Syntax error; key: \"{placeholder}\"");
    }
}
