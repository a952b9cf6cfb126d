namespace DynamoToolkit.Local.Schema;

/// <summary>Which attributes an index carries besides the keys.</summary>
internal sealed record IndexContent(string Type, IReadOnlyList<string> NonKeyAttributes)
{
    /// <summary>All attributes.</summary>
    public static readonly IndexContent All = new("ALL", []);

    /// <summary>Whether the index carries everything.</summary>
    public bool IsAll => Type == "ALL";
}
