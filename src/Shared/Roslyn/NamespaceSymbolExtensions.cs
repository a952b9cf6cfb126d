using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about namespaces.</summary>
internal static class NamespaceSymbolExtensions
{
    /// <summary>All types in a namespace and below, nested ones too; a type comes before those that it contains.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(this INamespaceSymbol root)
    {
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (current is INamespaceSymbol inner)
            {
                foreach (var member in inner.GetMembers().Reverse())
                    open.Push(member);
                continue;
            }

            var type = (INamedTypeSymbol)current;
            yield return type;
            // GetMembers would have the compiler declare every property and method of every type.
            var nested = type.GetTypeMembers();
            for (var i = nested.Length - 1; i >= 0; i--)
                open.Push(nested[i]);
        }
    }
}
