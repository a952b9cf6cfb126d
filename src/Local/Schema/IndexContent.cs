namespace DynamoToolkit.Local.Schema;

/// <summary>Which attributes an index carries in addition to the keys.</summary>
internal sealed record IndexContent(string Type, IReadOnlyList<string> NonKeyAttributes)
{
    /// <summary>All attributes.</summary>
    public static readonly IndexContent All = new("ALL", []);

    /// <summary>Whether the index carries all attributes.</summary>
    public bool IsAll => Type == "ALL";
}
