namespace DynamoToolkit.Shared.Parsing;

/// <summary>The names that DynamoDB accepts for tables and indexes.</summary>
internal static class ResourceName
{
    /// <summary>Why a name is refused; null when it is fine.</summary>
    public static string? Refusal(string name)
    {
        if (name.Length is < 3 or > 255)
            return "names have 3 to 255 characters";
        return name.All(IsAllowed) ? null : "names contain only letters, digits, '_', '-' and '.'";
    }

    private static bool IsAllowed(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
