namespace DynamoToolkit.Shared.Model;

/// <summary>A type that is read and written through its base class.</summary>
/// <param name="Type">The derived type.</param>
/// <param name="Discriminator">How it is told from its siblings.</param>
/// <param name="Expires">Whether it has a time to live.</param>
/// <param name="HasIndexes">Whether it, or a class between it and the base class, declares indexes.</param>
internal sealed record DerivedTypeSpec(TypeRef Type, DiscriminatorSpec Discriminator, bool Expires, bool HasIndexes);
