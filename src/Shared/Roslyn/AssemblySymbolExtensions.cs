using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about assemblies.</summary>
internal static class AssemblySymbolExtensions
{
    /// <summary>
    /// Whether an assembly can use the internal members of another: it is the same, or named in its <c>InternalsVisibleTo</c>.
    /// </summary>
    public static bool IsFriendOf(this IAssemblySymbol assembly, IAssemblySymbol other) =>
        SymbolEqualityComparer.Default.Equals(other, assembly) || other.GivesAccessTo(assembly);
}
