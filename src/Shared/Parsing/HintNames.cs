using System.Runtime.CompilerServices;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// Names the files of generated code. File names ignore case, type names do not: of names that differ only in case, the second gets a
/// <c>-2</c>. A namespace or type is searched once, however many item types it contains.
/// </summary>
internal sealed class HintNames
{
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HintNames> Known = new();

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private HintNames(INamespaceOrTypeSymbol container)
    {
        var names = container.GetTypeMembers().Select(type => type.Name).Distinct();
        foreach (var namesakes in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase))
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
        var name = string.Join(".", type.ContainingTypes().Reverse().Append(type).Select(FileName));
        return type.ContainingNamespace.IsGlobalNamespace ? name : type.ContainingNamespace.ToDisplayString().Replace("@", "") + "." + name;
    }

    private static string FileName(INamedTypeSymbol type)
    {
        var around = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;
        var names = Known.GetValue(around, static container => new HintNames(container));
        return names.numbers.TryGetValue(type.Name, out var number) ? $"{type.Name}-{number}" : type.Name;
    }
}
