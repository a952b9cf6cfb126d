using System.Globalization;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>
/// The first kind of validation: what the API's model says about single members. The service collects up to ten failures and
/// reports them together, before it checks anything else.
/// </summary>
internal sealed class Constraints
{
    private const int MaxReported = 10;
    private const int MaxNameLength = 255;
    private readonly List<string> failures = [];

    /// <summary>The path of a parameter in messages: its name in camel case.</summary>
    public static string PathOf(string parameter) => char.ToLowerInvariant(parameter[0]) + parameter[1..];

    /// <summary>The member must be present.</summary>
    public void NotNull(string path, bool present)
    {
        if (!present)
            Fail($"Value null at '{path}'", "Member must not be null");
    }

    /// <summary>The member must be one of a set of words.</summary>
    public void OneOf(string path, string? value, params ReadOnlySpan<string> words)
    {
        if (value is not null && words.IndexOf(value) < 0)
            Fail(Value(value, path), $"Member must satisfy enum value set: [{string.Join(", ", words)}]");
    }

    /// <summary>The member's length must be within limits. Messages quote the value as given here.</summary>
    public void Length(string path, int? length, string quoted, int min, int max = int.MaxValue)
    {
        if (length < min)
            Fail(Value(quoted, path), $"Member must have length greater than or equal to {min}");
        if (length > max)
            Fail(Value(quoted, path), $"Member must have length less than or equal to {max}");
    }

    /// <summary>The text's length must be within limits.</summary>
    public void Length(string path, string? text, int min, int max) => Length(path, text?.Length, text ?? "", min, max);

    /// <summary>The number must not be below the minimum.</summary>
    public void AtLeast(string path, long? value, long min)
    {
        if (value < min)
            Fail(Value(value.Value, path), $"Member must have value greater than or equal to {min}");
    }

    /// <summary>The number must not be above the maximum.</summary>
    public void AtMost(string path, long? value, long max)
    {
        if (value > max)
            Fail(Value(value.Value, path), $"Member must have value less than or equal to {max}");
    }

    /// <summary>The name of a table or index must have the right length and characters.</summary>
    public void Name(string path, string? name, int minLength = 3)
    {
        if (name is null)
            return;

        if (!IsName(name) && name.Length > 0)
            Fail(Value(name, path), "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        Length(path, name, minLength, MaxNameLength);
    }

    /// <summary>Adds a failure with a text of its own.</summary>
    public void Fail(string subject, string constraint)
    {
        if (failures.Count < MaxReported)
            failures.Add($"{subject} failed to satisfy constraint: {constraint}");
    }

    /// <summary>Throws if any constraint failed.</summary>
    /// <exception cref="DynamoError">At least one constraint failed.</exception>
    public void ThrowIfAny()
    {
        if (failures.Count == 0)
            return;

        var plural = failures.Count > 1 ? "s" : "";
        throw DynamoError.Validation($"{failures.Count} validation error{plural} detected: {string.Join("; ", failures)}");
    }

    /// <summary>Whether the text consists of characters that names of tables and indexes may have.</summary>
    public static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-'))
                return false;
        }

        return text.Length > 0;
    }

    private static string Value(long value, string path) => Value(value.ToString(CultureInfo.InvariantCulture), path);

    private static string Value(string value, string path) => $"Value '{value}' at '{path}'";
}
