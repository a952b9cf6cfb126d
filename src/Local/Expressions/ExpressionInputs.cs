using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary>The names and values that a request gives its expressions, and which of them are used.</summary>
internal sealed class ExpressionInputs
{
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, Value> values = [];
    private readonly HashSet<string> unused = [];

    /// <summary>Reads <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>.</summary>
    public static ExpressionInputs Read(Fields fields)
    {
        var inputs = new ExpressionInputs();
        inputs.ReadNames(fields);
        inputs.ReadValues(fields);
        return inputs;
    }

    /// <summary>The attribute name that a placeholder stands for, or null.</summary>
    public string? Name(string placeholder)
    {
        unused.Remove(placeholder);
        return names.GetValueOrDefault(placeholder);
    }

    /// <summary>The value that a placeholder stands for, or null.</summary>
    public Value? Value(string placeholder)
    {
        unused.Remove(placeholder);
        return values.GetValueOrDefault(placeholder);
    }

    /// <summary>Refuses names and values that no expression has used.</summary>
    public void ThrowIfUnused()
    {
        ThrowIfUnused('#', "ExpressionAttributeNames");
        ThrowIfUnused(':', "ExpressionAttributeValues");
    }

    private void ThrowIfUnused(char sign, string parameter)
    {
        var left = unused.Where(placeholder => placeholder[0] == sign).ToList();
        if (left.Count > 0)
            throw DynamoError.Validation($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", left)}}}");
    }

    private void ReadNames(Fields fields)
    {
        if (fields.Map("ExpressionAttributeNames") is not { } map)
            return;

        foreach (var property in map.EnumerateObject())
            names[JsonText.NameOf(property)] = Fields.TextOf(property.Value);
        if (names.Count == 0)
            throw DynamoError.Validation("ExpressionAttributeNames must not be empty");

        foreach (var (placeholder, name) in names)
        {
            Track(placeholder, '#', "ExpressionAttributeNames");
            if (name.Length == 0)
                throw DynamoError.Validation($"ExpressionAttributeNames contains invalid value: Empty attribute name for key {placeholder}");
        }
    }

    private void ReadValues(Fields fields)
    {
        if (fields.Map("ExpressionAttributeValues") is not { } map)
            return;

        var any = false;
        foreach (var property in map.EnumerateObject())
        {
            any = true;
            Track(JsonText.NameOf(property), ':', "ExpressionAttributeValues");
        }

        if (!any)
            throw DynamoError.Validation("ExpressionAttributeValues must not be empty");

        foreach (var property in map.EnumerateObject())
        {
            var placeholder = JsonText.NameOf(property);
            try
            {
                values[placeholder] = ValueReader.Read(property.Value);
            }
            catch (DynamoError error) when (error.Name == "ValidationException")
            {
                throw DynamoError.Validation($"ExpressionAttributeValues contains invalid value: {error.Message} for key {placeholder}");
            }
        }
    }

    private void Track(string placeholder, char sign, string parameter)
    {
        var valid = placeholder.Length > 1 && placeholder[0] == sign
            && placeholder.AsSpan(1).IndexOfAnyExcept(PlaceholderCharacters) < 0;
        if (!valid)
            throw DynamoError.Validation($"{parameter} contains invalid key: Syntax error; key: \"{placeholder}\"");
        unused.Add(placeholder);
    }

    private static readonly System.Buffers.SearchValues<char> PlaceholderCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
