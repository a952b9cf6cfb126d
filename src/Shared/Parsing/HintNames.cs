using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// Names the files of generated code. File names ignore case, names of types and namespaces do not: of names that differ only in case, the
/// second gets a <c>-2</c>. A namespace or type is searched once, however many item types it contains.
/// </summary>
internal sealed class HintNames
{
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HintNames> Known = new();

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private HintNames(INamespaceOrTypeSymbol container)
    {
        var types = container.GetTypeMembers().Select(Name);
        var namespaces = container is INamespaceSymbol space ? space.GetNamespaceMembers().Select(Name) : [];
        foreach (var namesakes in types.Concat(namespaces).Distinct().GroupBy(name => name, StringComparer.OrdinalIgnoreCase))
        {
            var number = 0;
            foreach (var name in namesakes.OrderBy(name => name, StringComparer.Ordinal))
            {
                if (++number > 1)
                    numbers.Add(name, number);
            }
        }
    }

    /// <summary>The name of a type's file without its extension: namespace, containing types and name, joined by dots.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        INamespaceOrTypeSymbol current = type;
        while (current is not INamespaceSymbol { IsGlobalNamespace: true })
        {
            INamespaceOrTypeSymbol around = (INamespaceOrTypeSymbol?)current.ContainingType ?? current.ContainingNamespace;
            names.Push(FileName(current, around));
            current = around;
        }

        return string.Join(".", names);
    }

    private static string FileName(INamespaceOrTypeSymbol named, INamespaceOrTypeSymbol around)
    {
        var known = Known.GetValue(around, static container => new HintNames(container));
        var name = Name(named);
        return known.numbers.TryGetValue(name, out var number) ? $"{name}-{number.ToString(CultureInfo.InvariantCulture)}" : name;
    }

    /// <summary>The name, with the number of type parameters: <c>Page(1)</c>.</summary>
    private static string Name(INamespaceOrTypeSymbol named) =>
        named is INamedTypeSymbol { Arity: > 0 and var arity }
            ? $"{named.Name}({arity.ToString(CultureInfo.InvariantCulture)})" : named.Name;
}
