namespace DynamoToolkit;

/// <summary>The String attribute that distinguishes a type from its siblings in one table, and this type's name in it.</summary>
/// <param name="AttributeName">The attribute's name.</param>
/// <param name="Name">This type's name in it.</param>
public sealed record DiscriminatorModel(string AttributeName, string Name)
{
    /// <summary>The names of the types that derive from this one. Their items are also items of this type.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];
}
