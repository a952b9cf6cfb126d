using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>The names and values that a request gives its expressions. Tracks which of them are used.</summary>
internal sealed class ExpressionInputs
{
    private readonly Dictionary<string, string> names;
    private readonly Dictionary<string, Value> values;
    private readonly HashSet<string> unused = [];

    /// <summary>Takes names and values whose placeholders have been checked with <see cref="IsPlaceholder"/>.</summary>
    public ExpressionInputs(Dictionary<string, string> names, Dictionary<string, Value> values)
    {
        this.names = names;
        this.values = values;
        foreach (var (placeholder, _) in names)
            unused.Add(placeholder);
        foreach (var (placeholder, _) in values)
            unused.Add(placeholder);
    }

    /// <summary>Whether the text is a placeholder: the sign, then at least one letter, digit or underscore.</summary>
    public static bool IsPlaceholder(string text, char sign) =>
        text.Length > 1 && text[0] == sign && text.AsSpan(1).IndexOfAnyExcept(Tokenizer.WordCharacters) < 0;

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

    /// <summary>Refuses names and values that no expression uses.</summary>
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
}
