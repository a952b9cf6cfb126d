namespace DynamoToolkit.Shared.Model;

/// <summary>A type around an item type, which generated code has to open again.</summary>
/// <param name="Kind">How it is declared.</param>
/// <param name="Name">Its name, as an identifier that compiles.</param>
internal sealed record ContainingTypeSpec(TypeKindSpec Kind, string Name);
