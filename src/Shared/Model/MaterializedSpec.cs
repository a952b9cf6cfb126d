namespace DynamoToolkit.Shared.Model;

/// <summary>A member that is computed from child items: copies of their values, or their number.</summary>
internal sealed record MaterializedSpec
{
    /// <summary>What follows the attribute's name in the name of the one that holds where the member comes from.</summary>
    public const string SourceSuffix = "~source";

    /// <summary>The member's name.</summary>
    public required string Member { get; init; }

    /// <summary>The child type, with the members that matter only; null if a mistake keeps it from being known.</summary>
    public required ItemSpec? Child { get; init; }

    /// <summary>The member of the child that is the key in the map; null for a number of children.</summary>
    public string? Key { get; init; }

    /// <summary>The member of the child that is copied; null for a number of children.</summary>
    public string? Value { get; init; }

    /// <summary>Patterns of the keys that are copied; all keys if there are none.</summary>
    public EquatableArray<string> Where { get; init; }

    /// <summary>Patterns of the keys that are not copied.</summary>
    public EquatableArray<string> Except { get; init; }

    /// <summary>How large the copies may be; null for the default.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>Whether it is a number of children.</summary>
    public required bool IsCount { get; init; }
}
