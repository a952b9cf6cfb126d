namespace DynamoToolkit.Shared.Model;

/// <summary>A trigram index of an item type.</summary>
internal sealed record TrigramSpec
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the method that names a scope.</summary>
    public required string Method { get; init; }

    /// <summary>The member whose text is indexed; null if a mistake keeps it from being known.</summary>
    public required string? Text { get; init; }

    /// <summary>The members within whose values a search looks.</summary>
    public required EquatableArray<string> Scope { get; init; }

    /// <summary>Who writes the index.</summary>
    public required TrigramUpkeepSpec Upkeep { get; init; }

    /// <summary>The hidden member that holds the stamp of the item's postings; null if a worker writes them.</summary>
    public MemberSpec? Stamp { get; init; }

    /// <summary>Whether a base class has the hidden member already.</summary>
    public bool InheritsStamp { get; init; }
}
