namespace DynamoToolkit.Shared.Model;

/// <summary>The names of generated members, which step aside for the user's own.</summary>
internal sealed record GeneratedNames
{
    /// <summary>The method that builds a key.</summary>
    public required string Key { get; init; }

    /// <summary>The method that takes a key apart.</summary>
    public required string TryParseKey { get; init; }

    /// <summary>The method that names a partition to query.</summary>
    public required string Partition { get; init; }

    /// <summary>The method that names the versions of an item; null if no versions are kept.</summary>
    public string? History { get; init; }

    /// <summary>The class of sort key conditions.</summary>
    public required string SortKey { get; init; }

    /// <summary>The class of index partitions.</summary>
    public required string Index { get; init; }

    /// <summary>The class of unique values.</summary>
    public required string Unique { get; init; }

    /// <summary>The class of materialized members.</summary>
    public required string Materialized { get; init; }

    /// <summary>The class of trigram indexes.</summary>
    public required string Trigrams { get; init; }

    /// <summary>The class of counters.</summary>
    public required string Counters { get; init; }

    /// <summary>The tokens for conditions.</summary>
    public required string Attributes { get; init; }

    /// <summary>The tokens for query filters.</summary>
    public required string FilterAttributes { get; init; }

    /// <summary>The tokens for updates.</summary>
    public required string UpdatableAttributes { get; init; }

    /// <summary>The class of extension methods beside the type.</summary>
    public required string Expressions { get; init; }
}
