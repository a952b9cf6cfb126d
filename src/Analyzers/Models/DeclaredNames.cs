using System.Collections.Immutable;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The names in a declaration, as they are written.</summary>
/// <param name="Name">What is declared.</param>
/// <param name="Attributes">The names in its attributes.</param>
/// <param name="Bases">The names in its list of bases.</param>
/// <param name="Uses">The names in the types of its members.</param>
internal sealed record DeclaredNames(
    string Name, ImmutableArray<string> Attributes, ImmutableArray<string> Bases, ImmutableArray<string> Uses);
