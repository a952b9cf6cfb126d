namespace DynamoToolkit.Shared.Model;

/// <summary>How a type is told from its siblings.</summary>
/// <param name="AttributeName">The String attribute that holds the name.</param>
/// <param name="Name">The type's name in it.</param>
internal sealed record DiscriminatorSpec(string AttributeName, string Name);
