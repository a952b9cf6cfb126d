namespace DynamoToolkit.Shared.Model;

/// <summary>A unique value: of a member, or of several together.</summary>
internal sealed record UniqueSpec
{
    /// <summary>The constraint's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the method that describes a value.</summary>
    public required string Method { get; init; }

    /// <summary>The members: first those within whose values the value is unique, then those of the value itself.</summary>
    public required EquatableArray<string> Members { get; init; }
}
