namespace DynamoToolkit.Shared.Model;

/// <summary>The attributes of a nested type that stand beside those of the item around it.</summary>
/// <param name="Prefix">The text before each name.</param>
/// <param name="AttributeNames">The names, with the prefix.</param>
internal sealed record FlattenSpec(string Prefix, EquatableArray<string> AttributeNames);
