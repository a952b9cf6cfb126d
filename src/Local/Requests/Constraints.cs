using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>
/// The first kind of validation: what the API's model says about single members. The service collects up to ten failures and
/// reports them together, before it looks at anything else.
/// </summary>
internal sealed class Constraints
{
    private const int MostReported = 10;
    private readonly List<string> failures = [];

    /// <summary>The member must be there.</summary>
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

    /// <summary>The member's length must be within limits; the value is quoted as given.</summary>
    public void Length(string path, int? length, string quoted, int least, int most = int.MaxValue)
    {
        if (length < least)
            Fail(Value(quoted, path), $"Member must have length greater than or equal to {least}");
        if (length > most)
            Fail(Value(quoted, path), $"Member must have length less than or equal to {most}");
    }

    /// <summary>The number must not be below the least.</summary>
    public void AtLeast(string path, long? value, long least)
    {
        if (value < least)
            Fail(Value(value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), path), $"Member must have value greater than or equal to {least}");
    }

    /// <summary>The number must not be above the most.</summary>
    public void AtMost(string path, long? value, long most)
    {
        if (value > most)
            Fail(Value(value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), path), $"Member must have value less than or equal to {most}");
    }

    /// <summary>The name of a table or index: its length and its characters.</summary>
    public void Name(string path, string? name, int least = 3)
    {
        if (name is null)
            return;

        if (!IsName(name) && name.Length > 0)
            Fail(Value(name, path), "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        Length(path, name.Length, name, least, 255);
    }

    /// <summary>Adds a failure with a text of its own.</summary>
    public void Fail(string subject, string constraint)
    {
        if (failures.Count < MostReported)
            failures.Add($"{subject} failed to satisfy constraint: {constraint}");
    }

    /// <summary>Throws what has been collected, if anything has.</summary>
    /// <exception cref="DynamoError">At least one constraint failed.</exception>
    public void ThrowIfAny()
    {
        if (failures.Count > 0)
            throw DynamoError.Validation($"{failures.Count} validation error{(failures.Count > 1 ? "s" : "")} detected: {string.Join("; ", failures)}");
    }

    /// <summary>Whether the text is made of the characters of table and index names.</summary>
    public static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-'))
                return false;
        }

        return text.Length > 0;
    }

    private static string Value(string value, string path) => $"Value '{value}' at '{path}'";
}
