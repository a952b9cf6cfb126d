using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Generator.Emit;

/// <summary>The item types of a project.</summary>
/// <param name="HasTables">Whether there are any, even with mistakes.</param>
/// <param name="Types">The full names of those that other code can name, in order.</param>
internal sealed record ModelListSpec(bool HasTables, EquatableArray<string> Types);
