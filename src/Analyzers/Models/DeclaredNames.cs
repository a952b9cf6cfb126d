using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The names in a declaration, as they are written.</summary>
/// <param name="Name">What is declared.</param>
/// <param name="Attributes">The names in its attributes.</param>
/// <param name="Bases">The names in its list of bases.</param>
/// <param name="Uses">The names in the types of its members.</param>
internal sealed record DeclaredNames(
    string Name, EquatableArray<string> Attributes, EquatableArray<string> Bases, EquatableArray<string> Uses);
