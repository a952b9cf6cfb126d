namespace DynamoToolkit.Shared.Model;

/// <summary>A stored member of an item type.</summary>
internal sealed record MemberSpec
{
    /// <summary>The member's name, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The member's name as an identifier that compiles.</summary>
    public required string Identifier { get; init; }

    /// <summary>The attribute's name in DynamoDB.</summary>
    public required string AttributeName { get; init; }

    /// <summary>The value's shape.</summary>
    public required ValueSpec Value { get; init; }

    /// <summary>How it is assigned on read.</summary>
    public required MemberAssignment Assignment { get; init; }

    /// <summary>How visible its token is.</summary>
    public required TokenAccess TokenAccess { get; init; }

    /// <summary>Whether the declaration gives a default value.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The value of [DynamoDefault] as C# text.</summary>
    public string? DefaultText { get; init; }

    /// <summary>The attributes of a flattened nested type; null for other members.</summary>
    public FlattenSpec? Flatten { get; init; }

    /// <summary>Whether the member has an attribute of its own.</summary>
    public bool HasOwnAttribute => Flatten is null && Value.Kind != ValueKind.Extra;

    /// <summary>The names of all attributes that the member stands for.</summary>
    public IEnumerable<string> AttributeNames => HasOwnAttribute ? [AttributeName] : Flatten?.AttributeNames ?? default;

    /// <summary>Whether the member's type misses [DynamoMap], so that nothing is known about the paths inside it.</summary>
    public bool IsUnmarkedMap { get; init; }

    /// <summary>Whether the member or its type is obsolete as an error, so that only obsolete code may name it.</summary>
    public bool IsObsoleteError { get; init; }

    /// <summary>Whether it holds the time to live.</summary>
    public bool IsTimeToLive { get; init; }

    /// <summary>Whether the initializer may give a dictionary or set a comparer, which the one that is read has to get.</summary>
    public bool KeepsComparer { get; init; }

    /// <summary>What writes set the member to.</summary>
    public StampSpec Stamp { get; init; }

    /// <summary>Whether only the copy of the latest version stores the member.</summary>
    public bool IsLatestOnly { get; init; }

    /// <summary>The unsafe accessor that assigns the member, when one does.</summary>
    public AccessorSpec? Accessor { get; init; }
}
