namespace DynamoToolkit.Local.Schema;

/// <summary>Which attributes an index carries besides the keys.</summary>
internal sealed record IndexProjection(string Type, IReadOnlyList<string> NonKeyAttributes)
{
    /// <summary>All attributes.</summary>
    public static readonly IndexProjection All = new("ALL", []);

    /// <summary>Whether the index carries everything.</summary>
    public bool IsAll => Type == "ALL";
}
